package dev.warren.leveling.level;

import dev.warren.leveling.LevelingConfig;
import dev.warren.leveling.experience.RulesHistory;
import dev.warren.leveling.rounds.Round;
import dev.warren.leveling.rounds.Sql;
import dev.warren.leveling.rules.Curve;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.runtime.timers.Timers;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells of levels. A row knows the XP at which its next level is due, so whoever is due stands in an index, whatever gave the XP. The
 * transaction that raises the mark holds all that follows; it is sent when that is stored, under the same ids until it is acknowledged. So
 * a level is told once, ever, also when XP are taken and earned again.
 */
@ApplicationScoped
class Levels {
    private static final String DUE = """
            SELECT guild_id, user_id, name, xp, level, seen_message, seen_channel, coalesce(cause, ''), coalesce(caused_at, 0)
            FROM member_progress
            WHERE xp >= next_at
            ORDER BY guild_id, user_id LIMIT ?1 FOR UPDATE SKIP LOCKED""";

    private static final String RAISE = """
            UPDATE member_progress AS held SET level = greatest(held.level, told.level), next_at = told.next_at
            FROM json_to_recordset(CAST(CAST(?1 AS text) AS json))
                AS told (guild_id bigint, user_id bigint, level int, next_at bigint)
            WHERE held.guild_id = told.guild_id AND held.user_id = told.user_id""";

    private final RuntimeConfig runtime;
    private final LevelingConfig config;
    private final Mutiny.SessionFactory sessions;
    private final RulesHistory rules;
    private final Consequences consequences;
    private final CurveChanges curves;
    private final Timers timers;
    private final Readiness readiness;
    private final InstantSource clock;
    private final Vertx vertx;
    private final Counter reached;
    private Optional<Every> rounds = Optional.empty();

    Levels(
            RuntimeConfig runtime,
            LevelingConfig config,
            Mutiny.SessionFactory sessions,
            RulesHistory rules,
            Consequences consequences,
            CurveChanges curves,
            Timers timers,
            Readiness readiness,
            InstantSource clock,
            Vertx vertx,
            MeterRegistry meters) {
        this.runtime = runtime;
        this.config = config;
        this.sessions = sessions;
        this.rules = rules;
        this.consequences = consequences;
        this.curves = curves;
        this.timers = timers;
        this.readiness = readiness;
        this.clock = clock;
        this.vertx = vertx;
        this.reached = Counter.builder("warren.levels.reached")
                .description("levels that were told")
                .register(meters);
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            rounds = Optional.of(Every.start(
                    "levels",
                    config.levels().every(),
                    () -> readiness
                            .whenReady()
                            .chain(() -> Round.on(vertx, this::round))
                            .replaceWithVoid()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    /** Tells of some members; how many were due. */
    private Uni<Integer> round() {
        return curves.apply(clock.instant()).chain(() -> sessions.withStatelessTransaction(this::tell));
    }

    private Uni<Integer> tell(Mutiny.StatelessSession tx) {
        var now = clock.instant();
        return Sql.rows(tx, DUE, config.levels().batch()).chain(rows -> {
            if (rows.isEmpty()) {
                return Uni.createFrom().item(0);
            }
            var outgoing = new ArrayList<Outgoing<?>>();
            var marks = new JsonArray();
            for (var row : rows) {
                var guild = new GuildId(Sql.number(row, 0));
                var curve = rules.at(guild, now).curve();
                int previous = (int) Sql.number(row, 4);
                int level = Math.max(previous, curve.level(Sql.number(row, 3)));
                if (level > previous) {
                    var rise = rise(guild, row, level, previous);
                    outgoing.addAll(consequences.of(rise, now));
                    reached.increment();
                }
                marks.add(new JsonObject()
                        .put("guild_id", guild.value())
                        .put("user_id", Sql.number(row, 1))
                        .put("level", level)
                        .put("next_at", nextAt(curve, level)));
            }
            return Sql.execute(tx, RAISE, marks.encode())
                    .chain(() -> schedule(tx, outgoing, now))
                    .replaceWith(rows.size());
        });
    }

    /** From which XP the next level is due; never, when there is none. */
    static long nextAt(Curve curve, int level) {
        return level >= Curve.HIGHEST ? Long.MAX_VALUE : curve.total(level + 1);
    }

    private static Rise rise(GuildId guild, Object[] row, int level, int previous) {
        long seen = Sql.number(row, 5);
        long channel = Sql.number(row, 6);
        var seenAt = seen > 0 ? new MessageId(seen).createdAt() : Instant.EPOCH;
        var causedAt = Instant.ofEpochMilli(Sql.number(row, 8));
        var member = new UserId(Sql.number(row, 1));
        var cause = (String) row[7];
        boolean given = !cause.isEmpty() && (seen == 0 || causedAt.isAfter(seenAt));
        return new Rise(
                guild,
                member,
                (String) row[2],
                level,
                previous,
                Sql.number(row, 3),
                channel > 0 ? Optional.of(new ChannelId(channel)) : Optional.empty(),
                given ? EventId.of(cause) : fact(seen, guild, member),
                given ? causedAt : seenAt);
    }

    private static EventId fact(long seen, GuildId guild, UserId member) {
        return seen > 0 ? EventId.fact(new MessageId(seen)) : EventId.of("member:" + guild + "/" + member);
    }

    private Uni<Void> schedule(Mutiny.StatelessSession tx, List<Outgoing<?>> outgoing, Instant now) {
        return Multi.createFrom()
                .iterable(outgoing)
                .onItem()
                .transformToUniAndConcatenate(
                        one -> timers.schedule(tx, one.event().id().value(), now, one))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
