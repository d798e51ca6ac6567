package dev.warren.economy.airdrop;

import dev.warren.economy.due.Boards.Board;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Sql;
import dev.warren.schemas.economy.MarketEvents.AirdropKind;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The airdrops of all guilds. What is decided by them is decided while the guild's book is open, which keeps others out. */
@ApplicationScoped
class Airdrops {
    private static final String NEXT = "SELECT nextval('airdrop_id') AS id, 0 AS nothing";

    private static final String ADD = """
            INSERT INTO airdrop (id, guild_id, giver, kind, coins, places, channel_id, board, ends_at)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, CAST(CAST(?9 AS text) AS timestamptz))""";

    private static final String FIND = """
            SELECT id, giver, kind, coins, places, channel_id, board,
                CAST(extract(epoch FROM ends_at) * 1000000 AS bigint) AS ends, claims, ended
            FROM airdrop WHERE guild_id = ?1 AND id = ?2""";

    private static final String CLAIM = """
            WITH placed AS (INSERT INTO airdrop_claim (airdrop_id, user_id, place) VALUES (?1, ?2, ?3))
            UPDATE airdrop SET claims = ?3 WHERE id = ?1""";

    private static final String CLAIMANTS =
            "SELECT user_id, place FROM airdrop_claim WHERE airdrop_id = ?1 ORDER BY place LIMIT ?2";

    private static final String CLAIMED =
            "SELECT user_id, place FROM airdrop_claim WHERE airdrop_id = ?1 AND user_id = ?2";

    private static final String END = "UPDATE airdrop SET ended = true WHERE id = ?1";

    Uni<Long> nextId(Mutiny.StatelessSession tx) {
        return Sql.rows(tx, NEXT).map(rows -> ((Number) rows.getFirst()[0]).longValue());
    }

    Uni<Void> add(Mutiny.StatelessSession tx, Airdrop airdrop) {
        return Sql.execute(
                        tx,
                        ADD,
                        airdrop.id(),
                        airdrop.guild().value(),
                        airdrop.giver().orElseThrow().value(),
                        airdrop.kind().name(),
                        airdrop.coins().amount(),
                        airdrop.places(),
                        airdrop.board().channel().value(),
                        airdrop.board().reply().value(),
                        airdrop.endsAt().toString())
                .replaceWithVoid();
    }

    Uni<Optional<Airdrop>> find(Mutiny.StatelessSession tx, GuildId guild, long id) {
        return Sql.rows(tx, FIND, guild.value(), id)
                .map(rows -> rows.stream().findFirst().map(row -> airdrop(guild, row)));
    }

    private static Airdrop airdrop(GuildId guild, Object[] row) {
        long id = ((Number) row[0]).longValue();
        return new Airdrop(
                id,
                guild,
                Optional.ofNullable((Number) row[1]).map(Number::longValue).map(UserId::new),
                AirdropKind.valueOf((String) row[2]),
                new Coins(((Number) row[3]).longValue()),
                ((Number) row[4]).intValue(),
                new Board(
                        Airdrop.escrow(id), new ChannelId(((Number) row[5]).longValue()), EventId.of((String) row[6])),
                Instant.EPOCH.plus(((Number) row[7]).longValue(), ChronoUnit.MICROS),
                ((Number) row[8]).intValue(),
                Boolean.TRUE.equals(row[9]));
    }

    Uni<Void> claim(Mutiny.StatelessSession tx, Airdrop airdrop, UserId member, int place) {
        return Sql.execute(tx, CLAIM, airdrop.id(), member.value(), place).replaceWithVoid();
    }

    Uni<Boolean> hasClaimed(Mutiny.StatelessSession tx, Airdrop airdrop, UserId member) {
        return Sql.rows(tx, CLAIMED, airdrop.id(), member.value()).map(rows -> !rows.isEmpty());
    }

    /** The first who claimed, in their order. */
    Uni<List<UserId>> claimants(Mutiny.StatelessSession tx, Airdrop airdrop, int most) {
        return Sql.rows(tx, CLAIMANTS, airdrop.id(), most)
                .map(rows -> rows.stream()
                        .map(row -> new UserId(((Number) row[0]).longValue()))
                        .toList());
    }

    Uni<Void> end(Mutiny.StatelessSession tx, Airdrop airdrop) {
        return Sql.execute(tx, END, airdrop.id()).replaceWithVoid();
    }
}
