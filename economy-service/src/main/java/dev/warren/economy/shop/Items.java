package dev.warren.economy.shop;

import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Sql;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What guilds sell, and who has how many. Read for a decision only while the guild's book is open, which keeps others out. */
@ApplicationScoped
class Items {
    private static final String NEXT = "SELECT nextval('item_id') AS id, 0 AS nothing";

    private static final String COLUMNS = """
            item.id, name, description, price, stock, per_member, requires, gives, lasts_seconds,
            CAST(extract(epoch FROM closes_at) * 1000000 AS bigint) AS closes, removed""";

    private static final String SAVE = """
            INSERT INTO item (id, guild_id, name, name_key, description, price, stock, per_member, requires, gives,
                lasts_seconds, closes_at, removed)
            SELECT id, guild, name, key, description, price, stock, per_member, requires, gives, lasts, closes, removed
            FROM json_to_record(CAST(CAST(?1 AS text) AS json)) AS i (id bigint, guild bigint, name text, key text,
                description text, price bigint, stock bigint, per_member bigint, requires bigint, gives bigint, lasts bigint,
                closes timestamptz, removed boolean)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, name_key = excluded.name_key,
                description = excluded.description, price = excluded.price, stock = excluded.stock,
                per_member = excluded.per_member, requires = excluded.requires, gives = excluded.gives,
                lasts_seconds = excluded.lasts_seconds, closes_at = excluded.closes_at, removed = excluded.removed""";

    private static final String FIND =
            "SELECT " + COLUMNS + " FROM item WHERE guild_id = ?1 AND name_key = ?2 AND NOT removed";

    /** Of those that a member has; what is still sold goes before what was removed. */
    private static final String FIND_HELD = "SELECT " + COLUMNS + """

            FROM item JOIN possession ON possession.item_id = item.id AND possession.user_id = ?3 AND quantity > 0
            WHERE item.guild_id = ?1 AND name_key = ?2
            ORDER BY removed, item.id LIMIT 1""";

    private static final String SOLD = "SELECT " + COLUMNS
            + " FROM item WHERE guild_id = ?1 AND NOT removed ORDER BY price, name_key, id LIMIT ?2 OFFSET ?3";

    private static final String COUNT =
            "SELECT count(*) AS items, 0 AS nothing FROM item WHERE guild_id = ?1 AND NOT removed";

    private static final String HELD = """
            SELECT quantity, bought FROM possession WHERE item_id = ?1 AND user_id = ?2""";

    private static final String HAVE = """
            INSERT INTO possession (item_id, guild_id, user_id, quantity, bought)
            VALUES (?1, ?2, ?3, greatest(0, CAST(?4 AS bigint)), greatest(0, CAST(?5 AS bigint)))
            ON CONFLICT (item_id, user_id) DO UPDATE SET quantity = possession.quantity + ?4,
                bought = greatest(0, possession.bought + ?5)""";

    private static final String INVENTORY = "SELECT " + COLUMNS + """
            , quantity, count(*) OVER () AS kinds
            FROM possession JOIN item ON item.id = possession.item_id
            WHERE possession.guild_id = ?1 AND possession.user_id = ?2 AND quantity > 0
            ORDER BY name_key, item.id LIMIT ?3 OFFSET ?4""";

    /**
     * What a member has of an item.
     *
     * @param bought and not sold again
     */
    record Held(long quantity, long bought) {}

    /** An item in an inventory, and how many kinds there are in all. */
    record Owned(Item item, long quantity, long kinds) {}

    Uni<Long> nextId(Mutiny.StatelessSession tx) {
        return Sql.rows(tx, NEXT).map(rows -> number(rows.getFirst()[0]));
    }

    Uni<Void> save(Mutiny.StatelessSession tx, Item item) {
        var row = new JsonObject()
                .put("id", item.id())
                .put("guild", item.guild().value())
                .put("name", item.name())
                .put("key", Item.key(item.name()))
                .put("description", item.description())
                .put("price", item.price().amount())
                .put("removed", item.removed());
        item.stock().ifPresent(stock -> row.put("stock", stock));
        item.limit().ifPresent(limit -> row.put("per_member", limit));
        item.requires().ifPresent(role -> row.put("requires", role.value()));
        item.gives().ifPresent(role -> row.put("gives", role.value()));
        item.lasts().ifPresent(lasts -> row.put("lasts", lasts.toSeconds()));
        item.closesAt().ifPresent(end -> row.put("closes", end.toString()));
        return Sql.execute(tx, SAVE, row.encode()).replaceWithVoid();
    }

    /** Of those that are sold, by a name as members write it. */
    Uni<Optional<Item>> find(Mutiny.StatelessSession tx, GuildId guild, String name) {
        return Sql.rows(tx, FIND, guild.value(), Item.key(name))
                .map(rows -> rows.stream().findFirst().map(row -> item(guild, row)));
    }

    /** Of those that the member has, also when they are sold no more. */
    Uni<Optional<Item>> findHeld(Mutiny.StatelessSession tx, GuildId guild, String name, UserId member) {
        return Sql.rows(tx, FIND_HELD, guild.value(), Item.key(name), member.value())
                .map(rows -> rows.stream().findFirst().map(row -> item(guild, row)));
    }

    /** Those that are sold, the cheapest first. */
    Uni<List<Item>> sold(Mutiny.StatelessSession tx, GuildId guild, int most, int after) {
        return Sql.rows(tx, SOLD, guild.value(), most, after)
                .map(rows -> rows.stream().map(row -> item(guild, row)).toList());
    }

    Uni<Integer> count(Mutiny.StatelessSession tx, GuildId guild) {
        return Sql.rows(tx, COUNT, guild.value()).map(rows -> Math.toIntExact(number(rows.getFirst()[0])));
    }

    Uni<Held> held(Mutiny.StatelessSession tx, Item item, UserId member) {
        return Sql.rows(tx, HELD, item.id(), member.value())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Held(number(row[0]), number(row[1])))
                        .orElse(new Held(0, 0)));
    }

    /** Gives a member some, or takes some that are there; both numbers may be negative. */
    Uni<Void> have(Mutiny.StatelessSession tx, Item item, UserId member, long more, long moreBought) {
        return Sql.execute(tx, HAVE, item.id(), item.guild().value(), member.value(), more, moreBought)
                .replaceWithVoid();
    }

    Uni<List<Owned>> inventory(Mutiny.StatelessSession tx, GuildId guild, UserId member, int most, int after) {
        return Sql.rows(tx, INVENTORY, guild.value(), member.value(), most, after)
                .map(rows -> rows.stream()
                        .map(row -> new Owned(item(guild, row), number(row[11]), number(row[12])))
                        .toList());
    }

    private static Item item(GuildId guild, Object[] row) {
        return new Item(
                number(row[0]),
                guild,
                (String) row[1],
                (String) row[2],
                new Coins(number(row[3])),
                optional(row[4]),
                optional(row[5]),
                optional(row[6]).map(RoleId::new),
                optional(row[7]).map(RoleId::new),
                optional(row[8]).map(Duration::ofSeconds),
                optional(row[9]).map(micros -> Instant.EPOCH.plus(micros, ChronoUnit.MICROS)),
                Boolean.TRUE.equals(row[10]));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }

    private static Optional<Long> optional(@Nullable Object column) {
        return Optional.ofNullable((Number) column).map(Number::longValue);
    }
}
