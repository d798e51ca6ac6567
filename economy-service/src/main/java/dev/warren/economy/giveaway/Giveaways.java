package dev.warren.economy.giveaway;

import dev.warren.economy.due.Boards.Board;
import dev.warren.economy.fair.Seed;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Sql;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The giveaways of all guilds. They change only while the guild's book is open, which keeps others out. */
@ApplicationScoped
class Giveaways {
    private static final String NEXT = "SELECT nextval('giveaway_id') AS id, 0 AS nothing";

    private static final String ADD = """
            INSERT INTO giveaway (id, guild_id, host, channel_id, board, prize, coins, winners, role_id, level, age_seconds,
                ends_at, seed)
            SELECT id, guild, host, channel, board, prize, coins, winners, role, level, age, ends, seed
            FROM json_to_record(CAST(CAST(?1 AS text) AS json)) AS g (id bigint, guild bigint, host bigint, channel bigint,
                board text, prize text, coins bigint, winners int, role bigint, level int, age bigint, ends timestamptz,
                seed text)""";

    private static final String SELECT = """
            SELECT id, host, channel_id, board, prize, coins, winners, role_id, level, age_seconds,
                CAST(extract(epoch FROM ends_at) * 1000000 AS bigint) AS ends, seed, rounds, changes
            FROM giveaway WHERE guild_id = ?1 AND\s""";

    private static final String FIND = SELECT + "id = ?2";
    private static final String OPEN = SELECT + "rounds = 0 ORDER BY ends_at, id LIMIT ?2";

    private static final String ENTRIES =
            "SELECT user_id, giveaway_id FROM giveaway_entry WHERE giveaway_id = ?1 ORDER BY user_id";

    private static final String COUNT =
            "SELECT count(*) AS entries, 0 AS nothing FROM giveaway_entry WHERE giveaway_id = ?1";

    private static final String ENTER =
            "INSERT INTO giveaway_entry (giveaway_id, user_id) VALUES (?1, ?2) ON CONFLICT DO NOTHING";

    private static final String LEAVE = "DELETE FROM giveaway_entry WHERE giveaway_id = ?1 AND user_id = ?2";

    private static final String CHANGED = "UPDATE giveaway SET changes = ?2 WHERE id = ?1";

    private static final String DRAWN = "UPDATE giveaway SET rounds = ?2, seed = ?3 WHERE id = ?1";

    private static final String WON = """
            INSERT INTO giveaway_winner (giveaway_id, user_id, round)
            SELECT CAST(?1 AS bigint), CAST(value AS bigint), CAST(?2 AS int)
            FROM json_array_elements_text(CAST(CAST(?3 AS text) AS json)) AS winner (value)""";

    private static final String REPLACED = """
            UPDATE giveaway_winner SET replaced = true
            WHERE giveaway_id = ?1 AND user_id IN (
                SELECT CAST(value AS bigint) FROM json_array_elements_text(CAST(CAST(?2 AS text) AS json)) AS winner (value))""";

    private static final String WINNERS =
            "SELECT user_id, replaced FROM giveaway_winner WHERE giveaway_id = ?1 ORDER BY round, user_id";

    private static final String LEVEL = "SELECT level, user_id FROM member_level WHERE guild_id = ?1 AND user_id = ?2";

    private static final String REACHED = """
            INSERT INTO member_level (guild_id, user_id, level) VALUES (?1, ?2, ?3)
            ON CONFLICT (guild_id, user_id) DO UPDATE SET level = greatest(member_level.level, excluded.level)""";

    /** @param replaced whether somebody else was drawn in their place */
    record Winner(UserId member, boolean replaced) {}

    Uni<Long> nextId(Mutiny.StatelessSession tx) {
        return Sql.rows(tx, NEXT).map(rows -> number(rows.getFirst()[0]));
    }

    Uni<Void> add(Mutiny.StatelessSession tx, Giveaway one) {
        var row = new JsonObject()
                .put("id", one.id())
                .put("guild", one.guild().value())
                .put("host", one.host().orElseThrow().value())
                .put("channel", one.board().channel().value())
                .put("board", one.board().reply().value())
                .put("prize", one.prize())
                .put("coins", one.coins().amount())
                .put("winners", one.winners())
                .put("ends", one.endsAt().toString())
                .put("seed", one.seed().text());
        one.requirement().role().ifPresent(role -> row.put("role", role.value()));
        one.requirement().level().ifPresent(level -> row.put("level", level));
        one.requirement().age().ifPresent(age -> row.put("age", age.toSeconds()));
        return Sql.execute(tx, ADD, row.encode()).replaceWithVoid();
    }

    Uni<Optional<Giveaway>> find(Mutiny.StatelessSession tx, GuildId guild, long id) {
        return Sql.rows(tx, FIND, guild.value(), id)
                .map(rows -> rows.stream().findFirst().map(row -> giveaway(guild, row)));
    }

    /** Those that are not drawn yet, the soonest first. */
    Uni<List<Giveaway>> open(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return Sql.rows(tx, OPEN, guild.value(), most)
                .map(rows -> rows.stream().map(row -> giveaway(guild, row)).toList());
    }

    Uni<List<UserId>> entrants(Mutiny.StatelessSession tx, Giveaway one) {
        return Sql.rows(tx, ENTRIES, one.id())
                .map(rows ->
                        rows.stream().map(row -> new UserId(number(row[0]))).toList());
    }

    Uni<Long> entries(Mutiny.StatelessSession tx, Giveaway one) {
        return Sql.rows(tx, COUNT, one.id()).map(rows -> number(rows.getFirst()[0]));
    }

    /** Lets a member in, or out when they are in; whether they are in then. */
    Uni<Boolean> toggle(Mutiny.StatelessSession tx, Giveaway changed, UserId member) {
        return Sql.execute(tx, LEAVE, changed.id(), member.value())
                .chain(left -> left > 0
                        ? Uni.createFrom().item(false)
                        : Sql.execute(tx, ENTER, changed.id(), member.value()).replaceWith(true))
                .call(() -> Sql.execute(tx, CHANGED, changed.id(), changed.changes()));
    }

    /** Notes a draw, and who won by it. */
    Uni<Void> drawn(Mutiny.StatelessSession tx, Giveaway drawn, Collection<UserId> winners) {
        return Sql.execute(tx, DRAWN, drawn.id(), drawn.rounds(), drawn.seed().text())
                .chain(() -> Sql.execute(tx, WON, drawn.id(), drawn.rounds() - 1, ids(winners)))
                .replaceWithVoid();
    }

    Uni<Void> replaced(Mutiny.StatelessSession tx, Giveaway one, Collection<UserId> winners) {
        return Sql.execute(tx, REPLACED, one.id(), ids(winners)).replaceWithVoid();
    }

    /** All who ever won it. */
    Uni<List<Winner>> winners(Mutiny.StatelessSession tx, Giveaway one) {
        return Sql.rows(tx, WINNERS, one.id())
                .map(rows -> rows.stream()
                        .map(row -> new Winner(new UserId(number(row[0])), Boolean.TRUE.equals(row[1])))
                        .toList());
    }

    /** The level that a member has reached, as far as it was told; 0 at first. */
    Uni<Integer> level(Mutiny.StatelessSession tx, GuildId guild, UserId member) {
        return Sql.rows(tx, LEVEL, guild.value(), member.value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> (int) number(row[0]))
                        .orElse(0));
    }

    /** The levels of a member only grow, in whatever order they are told. */
    Uni<Void> reached(Mutiny.StatelessSession tx, GuildId guild, UserId member, int level) {
        return Sql.execute(tx, REACHED, guild.value(), member.value(), level).replaceWithVoid();
    }

    private static String ids(Collection<UserId> members) {
        return new JsonArray(members.stream().map(UserId::value).toList()).encode();
    }

    private static Giveaway giveaway(GuildId guild, Object[] row) {
        long id = number(row[0]);
        return new Giveaway(
                id,
                guild,
                optional(row[1]).map(UserId::new),
                new Board(Giveaway.escrow(id), new ChannelId(number(row[2])), EventId.of((String) row[3])),
                (String) row[4],
                new Coins(number(row[5])),
                (int) number(row[6]),
                new Requirement(
                        optional(row[7]).map(RoleId::new),
                        optional(row[8]).map(Math::toIntExact),
                        optional(row[9]).map(Duration::ofSeconds)),
                Instant.EPOCH.plus(number(row[10]), ChronoUnit.MICROS),
                new Seed((String) row[11]),
                (int) number(row[12]),
                number(row[13]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static Optional<Long> optional(@Nullable Object column) {
        return Optional.ofNullable((Number) column).map(Number::longValue);
    }
}
