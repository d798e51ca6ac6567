package dev.warren.leveling.voice;

import dev.warren.leveling.experience.Gains;
import dev.warren.leveling.experience.Minute;
import dev.warren.leveling.experience.RulesHistory;
import dev.warren.leveling.surroundings.Surroundings;
import dev.warren.leveling.voice.Timeline.VoiceMinute;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * Voice states and the minutes that follow from them. What is stored is a function of the set of states: a late one is put in its place,
 * and what followed it is reckoned once more. One guild is reckoned by one at a time.
 */
@ApplicationScoped
class VoiceMinutes {
    /** As long as the topic keeps them; the newest state of each member stays. */
    private static final Duration KEPT = Duration.ofDays(90);

    private static final String LOCK = "SELECT pg_advisory_xact_lock($1)";

    private static final String INSERT = """
            INSERT INTO voice_state AS held (event, guild_id, at, sequence, user_id, channel, speaking, human, resync)
            SELECT event, $1, min(at), min(sequence), min(user_id), min(channel), bool_or(speaking), bool_or(human), bool_or(resync)
            FROM unnest($2::text[], $3::bigint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::boolean[], $8::boolean[], $9::boolean[])
                AS s (event, at, sequence, user_id, channel, speaking, human, resync)
            GROUP BY event
            ON CONFLICT (event) DO UPDATE SET at = excluded.at WHERE excluded.at < held.at
            RETURNING new.at""";

    private static final String BEFORE = "SELECT max(at) FROM voice_state WHERE guild_id = $1 AND at < $2";

    private static final String STANDING = """
            SELECT DISTINCT ON (user_id) * FROM voice_state WHERE guild_id = $1 AND at < $2
            ORDER BY user_id, at DESC, sequence DESC, event DESC""";

    private static final String SINCE = "SELECT * FROM voice_state WHERE guild_id = $1 AND at >= $2";

    private static final String AWARDS =
            "SELECT user_id, minute, channel, rules, xp FROM voice_award WHERE guild_id = $1 AND minute >= $2";

    private static final String GONE = """
            DELETE FROM voice_award USING unnest($2::bigint[], $3::integer[]) AS gone (user_id, minute)
            WHERE guild_id = $1 AND voice_award.user_id = gone.user_id AND voice_award.minute = gone.minute""";

    private static final String STAND = """
            INSERT INTO voice_award (guild_id, user_id, minute, channel, rules, xp)
            SELECT $1, * FROM unnest($2::bigint[], $3::integer[], $4::bigint[], $5::bigint[], $6::integer[])
            ON CONFLICT (guild_id, user_id, minute) DO UPDATE
            SET channel = excluded.channel, rules = excluded.rules, xp = excluded.xp""";

    private static final String SWEEP = """
            DELETE FROM voice_state AS old WHERE guild_id = $1 AND at < $2 AND EXISTS (
                SELECT 1 FROM voice_state AS newer
                WHERE newer.guild_id = $1 AND newer.user_id = old.user_id AND newer.at > old.at AND newer.at < $2
            )""";

    private final RulesHistory rules;
    private final Surroundings surroundings;
    private final Gains gains;

    VoiceMinutes(RulesHistory rules, Surroundings surroundings, Gains gains) {
        this.rules = rules;
        this.surroundings = surroundings;
        this.gains = gains;
    }

    /** Whose minute. */
    private record Key(UserId member, Minute minute) {}

    /** What it earned. */
    private record Award(ChannelId channel, long rules, int xp) {}

    /** Adds states of one guild. */
    Uni<Void> add(SqlConnection tx, GuildId guild, List<VoiceState> states) {
        var last = states.stream().max(VoiceState.ORDER).orElseThrow();
        return tx.preparedQuery(LOCK)
                .execute(Tuple.of(guild.value()))
                .chain(() -> insert(tx, guild, states))
                .chain(first -> first.map(at -> begin(tx, guild, at).chain(begin -> reckon(tx, guild, begin, last)))
                        .orElseGet(() -> Uni.createFrom().voidItem()))
                .chain(() -> tx.preparedQuery(SWEEP)
                        .execute(Tuple.of(guild.value(), last.at().minus(KEPT).toEpochMilli())))
                .replaceWithVoid();
    }

    /** The time of the earliest state that was not known before. */
    private static Uni<Optional<Long>> insert(SqlConnection tx, GuildId guild, List<VoiceState> states) {
        return tx.preparedQuery(INSERT)
                .execute(Tuple.from(new Object[] {
                    guild.value(),
                    column(states, state -> state.event().value(), String[]::new),
                    column(states, state -> state.at().toEpochMilli(), Long[]::new),
                    column(states, VoiceState::sequence, Long[]::new),
                    column(states, state -> state.member().value(), Long[]::new),
                    column(
                            states,
                            state -> state.channel().map(ChannelId::value).orElse(0L),
                            Long[]::new),
                    column(states, VoiceState::speaking, Boolean[]::new),
                    column(states, VoiceState::human, Boolean[]::new),
                    column(states, VoiceState::resync, Boolean[]::new)
                }))
                .map(rows -> {
                    Optional<Long> first = Optional.empty();
                    for (var row : rows) {
                        long at = row.getLong(0);
                        first = Optional.of(
                                first.map(other -> Math.min(other, at)).orElse(at));
                    }
                    return first;
                });
    }

    /** The full minute from which on something may change: that of the event before. */
    private static Uni<Instant> begin(SqlConnection tx, GuildId guild, long first) {
        return tx.preparedQuery(BEFORE).execute(Tuple.of(guild.value(), first)).map(rows -> {
            var before = Optional.ofNullable(rows.iterator().next().getLong(0));
            return Minute.of(Instant.ofEpochMilli(before.orElse(first))).begin();
        });
    }

    private Uni<Void> reckon(SqlConnection tx, GuildId guild, Instant begin, VoiceState last) {
        var from = Tuple.of(guild.value(), begin.toEpochMilli());
        return tx.preparedQuery(STANDING)
                .execute(from)
                .chain(standing -> tx.preparedQuery(SINCE)
                        .execute(from)
                        .map(since -> Timeline.minutes(
                                states(standing),
                                begin,
                                states(since).stream().sorted(VoiceState.ORDER).toList())))
                .map(minutes -> awards(guild, minutes))
                .chain(wanted -> tx.preparedQuery(AWARDS)
                        .execute(Tuple.of(guild.value(), Minute.of(begin).sinceEpoch()))
                        .chain(held -> change(tx, guild, held(held), wanted, last)));
    }

    private Map<Key, Award> awards(GuildId guild, List<VoiceMinute> minutes) {
        var awards = new HashMap<Key, Award>();
        for (var spent : minutes) {
            var held = rules.at(guild, spent.minute().begin());
            var places = surroundings.places(spent.channel(), Optional.empty());
            if (held.on() && !held.scheme().exclusions().holdsPlace(places)) {
                int xp = held.scheme().multipliers().of(places).applied(held.voice(), Gains.CAP);
                if (xp > 0) {
                    awards.put(new Key(spent.member(), spent.minute()), new Award(spent.channel(), held.version(), xp));
                }
            }
        }
        return awards;
    }

    private static Map<Key, Award> held(Iterable<Row> rows) {
        var held = new HashMap<Key, Award>();
        for (var row : rows) {
            held.put(
                    new Key(new UserId(row.getLong("user_id")), new Minute(row.getInteger("minute"))),
                    new Award(new ChannelId(row.getLong("channel")), row.getLong("rules"), row.getInteger("xp")));
        }
        return held;
    }

    private Uni<Void> change(
            SqlConnection tx, GuildId guild, Map<Key, Award> held, Map<Key, Award> wanted, VoiceState last) {
        var gained = new HashMap<UserId, Long>();
        var gone =
                held.keySet().stream().filter(key -> !wanted.containsKey(key)).toList();
        gone.forEach(key -> gained.merge(key.member(), -xp(held, key), Long::sum));
        var fresh = wanted.entrySet().stream()
                .filter(entry -> !entry.getValue().equals(held.get(entry.getKey())))
                .toList();
        fresh.forEach(entry ->
                gained.merge(entry.getKey().member(), entry.getValue().xp() - xp(held, entry.getKey()), Long::sum));
        Uni<?> removed = gone.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(GONE)
                        .execute(Tuple.of(
                                guild.value(),
                                column(gone, key -> key.member().value(), Long[]::new),
                                column(gone, key -> key.minute().sinceEpoch(), Integer[]::new)));
        return removed.chain(() -> fresh.isEmpty() ? Uni.createFrom().voidItem() : stand(tx, guild, fresh))
                .chain(() -> gains.add(tx, guild, gained, last.event(), last.at()));
    }

    private static long xp(Map<Key, Award> held, Key key) {
        return Optional.ofNullable(held.get(key)).map(Award::xp).orElse(0);
    }

    private static Uni<Void> stand(SqlConnection tx, GuildId guild, List<Map.Entry<Key, Award>> fresh) {
        return tx.preparedQuery(STAND)
                .execute(Tuple.of(
                        guild.value(),
                        column(fresh, entry -> entry.getKey().member().value(), Long[]::new),
                        column(fresh, entry -> entry.getKey().minute().sinceEpoch(), Integer[]::new),
                        column(fresh, entry -> entry.getValue().channel().value(), Long[]::new),
                        column(fresh, entry -> entry.getValue().rules(), Long[]::new),
                        column(fresh, entry -> entry.getValue().xp(), Integer[]::new)))
                .replaceWithVoid();
    }

    private static List<VoiceState> states(Iterable<Row> rows) {
        var states = new ArrayList<VoiceState>();
        for (var row : rows) {
            states.add(new VoiceState(
                    EventId.of(row.getString("event")),
                    row.getLong("sequence"),
                    new UserId(row.getLong("user_id")),
                    Instant.ofEpochMilli(row.getLong("at")),
                    Optional.of(row.getLong("channel")).filter(id -> id > 0).map(ChannelId::new),
                    row.getBoolean("speaking"),
                    row.getBoolean("human"),
                    row.getBoolean("resync")));
        }
        return states;
    }

    private static <E, C> C[] column(List<E> rows, Function<E, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
