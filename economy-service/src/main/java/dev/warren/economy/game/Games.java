package dev.warren.economy.game;

import dev.warren.economy.due.Boards.Board;
import dev.warren.economy.fair.Draws;
import dev.warren.economy.fair.Seed;
import dev.warren.economy.game.Seeds.InUse;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Sql;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The games that were played, and those that are. They change only while the guild's book is open, which keeps others out. */
@ApplicationScoped
class Games {
    private static final String NEXT = "SELECT nextval('game_id') AS id, 0 AS nothing";

    private static final String ADD = """
            INSERT INTO game (id, guild_id, number, user_id, kind, choice, stake, paid, edge, seed_id, member_seed, nonce, outcome,
                channel_id, board)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, nullif(?13, ''), ?14, ?15)""";

    private static final String MOVE = "UPDATE game SET choice = ?2, paid = ?3, outcome = nullif(?4, '') WHERE id = ?1";

    private static final String SELECT = """
            SELECT game.id, number, game.user_id, kind, choice, stake, paid, edge, seed_id, member_seed, nonce,
                coalesce(outcome, '') AS outcome, channel_id, board, seed, told
            FROM game JOIN fair_seed ON fair_seed.id = game.seed_id
            WHERE game.guild_id = ?1 AND\s""";

    private static final String BY_NUMBER = SELECT + "number = ?2";
    private static final String BY_ID = SELECT + "game.id = ?2";
    private static final String OPEN = SELECT + "game.user_id = ?2 AND outcome IS NULL";

    /**
     * A game with all that it follows from.
     *
     * @param number of the transaction by which it began
     * @param choice what the member chose; the moves of blackjack
     * @param outcome empty while it is played
     * @param board the message that shows it
     * @param told whether the seed may be told
     */
    record Played(
            long id,
            GuildId guild,
            long number,
            UserId member,
            Game game,
            String choice,
            Coins stake,
            Coins paid,
            int edge,
            InUse seeds,
            String outcome,
            Board board,
            boolean told) {
        Draws draws() {
            return Draws.of(seeds.seed(), seeds.memberSeed(), seeds.nonce());
        }

        boolean isOver() {
            return !outcome.isEmpty();
        }

        Hand hand() {
            return Hand.of(draws(), choice, stake, Odds.fee(edge));
        }

        /** After a further move. */
        Played moved(String moves) {
            var hand = Hand.of(draws(), moves, stake, Odds.fee(edge));
            return new Played(
                    id,
                    guild,
                    number,
                    member,
                    game,
                    moves,
                    stake,
                    hand.paid(),
                    edge,
                    seeds,
                    hand.isOver() ? hand.stage().word() : "",
                    board,
                    told);
        }
    }

    static Board board(long id, ChannelId channel, EventId reply) {
        return new Board("game:" + id, channel, reply);
    }

    Uni<Long> nextId(Mutiny.StatelessSession tx) {
        return Sql.rows(tx, NEXT).map(rows -> ((Number) rows.getFirst()[0]).longValue());
    }

    Uni<Void> add(Mutiny.StatelessSession tx, Played one) {
        return Sql.execute(
                        tx,
                        ADD,
                        one.id(),
                        one.guild().value(),
                        one.number(),
                        one.member().value(),
                        one.game().name(),
                        one.choice(),
                        one.stake().amount(),
                        one.paid().amount(),
                        one.edge(),
                        one.seeds().id(),
                        one.seeds().memberSeed(),
                        one.seeds().nonce(),
                        one.outcome(),
                        one.board().channel().value(),
                        one.board().reply().value())
                .replaceWithVoid();
    }

    Uni<Void> moved(Mutiny.StatelessSession tx, Played one) {
        return Sql.execute(tx, MOVE, one.id(), one.choice(), one.paid().amount(), one.outcome())
                .replaceWithVoid();
    }

    Uni<Optional<Played>> byNumber(Mutiny.StatelessSession tx, GuildId guild, long number) {
        return Sql.rows(tx, BY_NUMBER, guild.value(), number).map(rows -> first(guild, rows));
    }

    Uni<Optional<Played>> byId(Mutiny.StatelessSession tx, GuildId guild, long id) {
        return Sql.rows(tx, BY_ID, guild.value(), id).map(rows -> first(guild, rows));
    }

    /** The hand that a member has not ended. */
    Uni<Optional<Played>> open(Mutiny.StatelessSession tx, GuildId guild, UserId member) {
        return Sql.rows(tx, OPEN, guild.value(), member.value()).map(rows -> first(guild, rows));
    }

    private static Optional<Played> first(GuildId guild, List<Object[]> rows) {
        return rows.stream().findFirst().map(row -> {
            long id = number(row[0]);
            return new Played(
                    id,
                    guild,
                    number(row[1]),
                    new UserId(number(row[2])),
                    Game.valueOf((String) row[3]),
                    (String) row[4],
                    new Coins(number(row[5])),
                    new Coins(number(row[6])),
                    (int) number(row[7]),
                    new InUse(number(row[8]), new Seed((String) row[14]), (String) row[9], number(row[10])),
                    (String) row[11],
                    board(id, new ChannelId(number(row[12])), EventId.of((String) row[13])),
                    Boolean.TRUE.equals(row[15]));
        });
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
