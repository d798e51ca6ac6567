package dev.warren.leveling.experience;

import dev.warren.leveling.experience.Sighting.Key;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.Snowflake;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/** Messages of guilds whose rules look back, and the awards that follow from them. */
@ApplicationScoped
class FeatureRows {
    private static final String INSERT = """
            INSERT INTO message_feature AS held
                (guild_id, user_id, message, live, created_at, length, collapsed, words, sketch, command, roles, places)
            SELECT guild_id, user_id, message, live, created_at, length, collapsed, words, sketch, command,
                string_to_array(roles, ',')::bigint[], string_to_array(places, ',')::bigint[]
            FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::boolean[], $5::bigint[], $6::integer[], $7::integer[],
                $8::integer[], $9::bigint[], $10::boolean[], $11::text[], $12::text[])
                AS f (guild_id, user_id, message, live, created_at, length, collapsed, words, sketch, command, roles, places)
            ORDER BY guild_id, user_id, message
            ON CONFLICT (guild_id, user_id, message) DO UPDATE
            SET live = true, roles = excluded.roles
            WHERE excluded.live AND NOT held.live
            RETURNING message""";

    private static final String FEATURES = """
            SELECT found.*, found.created_at < asked.begins AS before
            FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS asked (guild_id, user_id, begins)
            CROSS JOIN LATERAL (
                (
                    SELECT * FROM message_feature AS f
                    WHERE f.guild_id = asked.guild_id AND f.user_id = asked.user_id
                        AND f.message < (asked.begins - 1420070400000) << 22 AND NOT f.command
                    ORDER BY f.message DESC LIMIT $4
                )
                UNION ALL
                SELECT * FROM message_feature AS f
                WHERE f.guild_id = asked.guild_id AND f.user_id = asked.user_id
                    AND f.message >= (asked.begins - 1420070400000) << 22
            ) AS found
            ORDER BY found.guild_id, found.user_id, found.message""";

    private static final String AWARDS = """
            SELECT held.*
            FROM unnest($1::bigint[], $2::bigint[], $3::integer[]) AS asked (guild_id, user_id, minute)
            CROSS JOIN LATERAL (
                SELECT * FROM minute_award AS a
                WHERE a.guild_id = asked.guild_id AND a.user_id = asked.user_id AND a.minute >= asked.minute
            ) AS held""";

    private static final String BEFORE = """
            SELECT asked.guild_id, asked.user_id, (
                SELECT coalesce(sum(a.xp), 0) FROM minute_award AS a
                WHERE a.guild_id = asked.guild_id AND a.user_id = asked.user_id AND a.minute < asked.minute
            )::bigint AS xp
            FROM unnest($1::bigint[], $2::bigint[], $3::integer[]) AS asked (guild_id, user_id, minute)""";

    private static final String GONE = """
            DELETE FROM minute_award USING unnest($1::bigint[], $2::bigint[], $3::integer[]) AS gone (guild_id, user_id, minute)
            WHERE minute_award.guild_id = gone.guild_id AND minute_award.user_id = gone.user_id
                AND minute_award.minute = gone.minute""";

    private static final String STAND = """
            INSERT INTO minute_award (guild_id, user_id, minute, winner, live, rules, xp)
            SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::bigint[], $5::boolean[], $6::bigint[], $7::integer[])
            ON CONFLICT (guild_id, user_id, minute) DO UPDATE
            SET winner = excluded.winner, live = excluded.live, rules = excluded.rules, xp = excluded.xp""";

    private static final String EARNED = """
            UPDATE member_progress SET earned = earned + gained
            FROM (
                SELECT guild_id, user_id, sum(gained)::bigint AS gained
                FROM unnest($1::bigint[], $2::bigint[], $3::integer[]) AS g (guild_id, user_id, gained)
                GROUP BY guild_id, user_id HAVING sum(gained) <> 0
            ) AS news
            WHERE member_progress.guild_id = news.guild_id AND member_progress.user_id = news.user_id""";

    /** Those that were not there, or only as copies that were read back. */
    Uni<List<Feature>> insert(SqlConnection tx, Collection<Feature> features) {
        return tx.preparedQuery(INSERT)
                .execute(Tuple.from(new Object[] {
                    column(features, feature -> feature.key().guild().value(), Long[]::new),
                    column(features, feature -> feature.key().member().value(), Long[]::new),
                    column(features, feature -> feature.message().value(), Long[]::new),
                    column(features, Feature::live, Boolean[]::new),
                    column(features, feature -> feature.createdAt().toEpochMilli(), Long[]::new),
                    column(features, Feature::length, Integer[]::new),
                    column(features, Feature::collapsed, Integer[]::new),
                    column(features, Feature::words, Integer[]::new),
                    column(features, Feature::sketch, Long[]::new),
                    column(features, Feature::command, Boolean[]::new),
                    column(features, feature -> joined(feature.roles()), String[]::new),
                    column(features, feature -> joined(feature.places()), String[]::new)
                }))
                .map(rows -> {
                    var fresh = new HashSet<Long>();
                    rows.forEach(row -> fresh.add(row.getLong(0)));
                    return features.stream()
                            .filter(feature -> fresh.contains(feature.message().value()))
                            .toList();
                });
    }

    /** What judging these members from a minute on needs. */
    Uni<List<MemberContext>> context(SqlClient tx, Map<Key, Minute> begins) {
        var keys = begins.keySet();
        var guilds = column(keys, key -> key.guild().value(), Long[]::new);
        var members = column(keys, key -> key.member().value(), Long[]::new);
        var millis = column(begins.values(), minute -> minute.begin().toEpochMilli(), Long[]::new);
        var minutes = column(begins.values(), Minute::sinceEpoch, Integer[]::new);
        return tx.preparedQuery(FEATURES)
                .execute(Tuple.from(new Object[] {guilds, members, millis, Past.KEPT}))
                .chain(features -> tx.preparedQuery(AWARDS)
                        .execute(Tuple.from(new Object[] {guilds, members, minutes}))
                        .chain(awards -> tx.preparedQuery(BEFORE)
                                .execute(Tuple.from(new Object[] {guilds, members, minutes}))
                                .map(totals -> contexts(features, awards, totals))));
    }

    private static List<MemberContext> contexts(Iterable<Row> features, Iterable<Row> awards, Iterable<Row> totals) {
        var contexts = new TreeMap<Key, MemberContext>();
        var before = new TreeMap<Key, List<Feature>>();
        var from = new TreeMap<Key, List<Feature>>();
        for (var row : features) {
            (row.getBoolean("before") ? before : from)
                    .computeIfAbsent(key(row), _ -> new ArrayList<>())
                    .add(feature(row));
        }
        var held = new TreeMap<Key, TreeMap<Minute, MinuteAward>>();
        for (var row : awards) {
            var award = award(row);
            held.computeIfAbsent(key(row), _ -> new TreeMap<>()).put(award.key().minute(), award);
        }
        for (var row : totals) {
            var key = key(row);
            contexts.put(
                    key,
                    new MemberContext(
                            key,
                            before.getOrDefault(key, List.of()),
                            row.getLong("xp"),
                            from.getOrDefault(key, List.of()),
                            held.getOrDefault(key, new TreeMap<>())));
        }
        return List.copyOf(contexts.values());
    }

    /** Changes awards, and the totals that they make. */
    Uni<Void> change(SqlConnection tx, List<AwardChange> changes) {
        if (changes.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var gone = changes.stream().filter(change -> change.award().isEmpty()).toList();
        var awards = changes.stream().flatMap(change -> change.award().stream()).toList();
        Uni<?> removed = gone.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(GONE).execute(Tuple.from(keys(gone)));
        return removed.chain(() -> awards.isEmpty() ? Uni.createFrom().voidItem() : stand(tx, awards))
                .chain(() -> {
                    var gains = Arrays.copyOf(keys(changes), 3);
                    gains[2] = column(changes, AwardChange::gained, Integer[]::new);
                    return tx.preparedQuery(EARNED).execute(Tuple.from(gains));
                })
                .replaceWithVoid();
    }

    private static Uni<Void> stand(SqlConnection tx, List<MinuteAward> awards) {
        return tx.preparedQuery(STAND)
                .execute(Tuple.from(new Object[] {
                    column(awards, award -> award.key().guild().value(), Long[]::new),
                    column(awards, award -> award.key().member().value(), Long[]::new),
                    column(awards, award -> award.key().minute().sinceEpoch(), Integer[]::new),
                    column(awards, award -> award.winner().value(), Long[]::new),
                    column(awards, MinuteAward::live, Boolean[]::new),
                    column(awards, MinuteAward::rules, Long[]::new),
                    column(awards, MinuteAward::xp, Integer[]::new)
                }))
                .replaceWithVoid();
    }

    private static Object[] keys(List<AwardChange> changes) {
        return new Object[] {
            column(changes, change -> change.key().guild().value(), Long[]::new),
            column(changes, change -> change.key().member().value(), Long[]::new),
            column(changes, change -> change.key().minute().sinceEpoch(), Integer[]::new)
        };
    }

    private static Key key(Row row) {
        return new Key(new GuildId(row.getLong("guild_id")), new UserId(row.getLong("user_id")));
    }

    private static MinuteAward award(Row row) {
        var key = key(row);
        return new MinuteAward(
                new MinuteAward.Key(key.guild(), key.member(), new Minute(row.getInteger("minute"))),
                new MessageId(row.getLong("winner")),
                row.getBoolean("live"),
                row.getInteger("xp"),
                row.getLong("rules"));
    }

    static Feature feature(Row row) {
        var key = key(row);
        var created = Instant.ofEpochMilli(row.getLong("created_at"));
        return new Feature(
                new MinuteAward.Key(key.guild(), key.member(), Minute.of(created)),
                new MessageId(row.getLong("message")),
                row.getBoolean("live"),
                created,
                row.getInteger("length"),
                row.getInteger("collapsed"),
                row.getInteger("words"),
                row.getLong("sketch"),
                Arrays.stream(row.getArrayOfLongs("roles")).map(RoleId::new).toList(),
                Arrays.stream(row.getArrayOfLongs("places")).map(ChannelId::new).toList(),
                row.getBoolean("command"));
    }

    private static String joined(List<? extends Snowflake> ids) {
        return ids.stream().map(id -> Long.toString(id.value())).collect(Collectors.joining(","));
    }

    private static <E, C> C[] column(Collection<E> rows, Function<E, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
