package dev.warren.runtime.departures;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.FollowedTopic;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.runtime.timers.Timers;
import dev.warren.runtime.trouble.Conditions;
import dev.warren.schemas.discord.GuildEvent;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.GuildEvent.ChannelRemoved;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.GuildEvent.GuildLeft;
import dev.warren.schemas.discord.GuildEvent.RoleKnown;
import dev.warren.schemas.discord.GuildEvent.RoleRemoved;
import dev.warren.schemas.event.EventTypes;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Follows which guilds removed the bot. Their timers rest; when the time of grace is over, what {@link GuildData} is kept of them is
 * deleted, with their timers. A guild that takes the bot back before finds everything as it was. Replicas may do so at the same time.
 */
@ApplicationScoped
public class Departures implements FollowedTopic<GuildEvent> {
    private static final Logger LOG = Logger.getLogger(Departures.class);
    /** Under this name the broker is waited for. */
    private static final String BROKER = "kafka";

    private static final Set<String> TYPES =
            Set.of(EventTypes.nameOf(GuildKnown.class), EventTypes.nameOf(GuildLeft.class));

    private final RuntimeConfig config;
    private final LeftGuilds guilds;
    private final List<GuildData> kept;
    private final Timers timers;
    private final Mutiny.SessionFactory sessions;
    private final Readiness readiness;
    private final Conditions conditions;
    private final InstantSource clock;
    private final Vertx vertx;
    private final MeterRegistry meters;

    private final Map<GuildId, Instant> left = new ConcurrentHashMap<>();
    private volatile Set<GuildId> forgotten = Set.of();
    private volatile boolean changed = true;
    private volatile Optional<Every> rounds = Optional.empty();

    Departures(
            RuntimeConfig config,
            LeftGuilds guilds,
            @Any Instance<GuildData> kept,
            Timers timers,
            Mutiny.SessionFactory sessions,
            Readiness readiness,
            Conditions conditions,
            InstantSource clock,
            Vertx vertx,
            MeterRegistry meters) {
        this.config = config;
        this.guilds = guilds;
        this.kept = kept.stream().toList();
        this.timers = timers;
        this.sessions = sessions;
        this.readiness = readiness;
        this.conditions = conditions;
        this.clock = clock;
        this.vertx = vertx;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        // a replay rests timers of nobody, and deletes nothing
        if (!config.train() && config.timers().enabled()) {
            rounds = Optional.of(Every.start(
                    "departures",
                    config.departures().look(),
                    () -> readiness.whenReady().chain(() -> round(clock.instant()))));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    @Override
    public Topic<GuildEvent> topic() {
        return Topics.GUILDS;
    }

    @Override
    public boolean concerns(String type) {
        return TYPES.contains(type);
    }

    @Override
    public void accept(Received<GuildEvent> received) {
        switch (received.event().payload()) {
            case GuildLeft(var guild, var at) -> {
                left.put(guild, at.truncatedTo(ChronoUnit.MILLIS));
                changed = true;
            }
            case GuildKnown known -> {
                if (left.remove(known.guild()) != null) {
                    changed = true;
                }
            }
            case ChannelKnown _, ChannelRemoved _, RoleKnown _, RoleRemoved _, GuildEvent.Unknown _ -> {}
        }
    }

    /** Whether the guild removed the bot, as far as is known here. */
    public boolean isLeft(GuildId guild) {
        return left.containsKey(guild);
    }

    /** Notes who left and who came back, and forgets those whose time is over. */
    public Uni<Void> round(Instant now) {
        return noted().chain(() -> {
            var due = due(now);
            return due.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : Multi.createFrom()
                            .iterable(due)
                            .onItem()
                            .transformToUniAndConcatenate(this::forget)
                            .collect()
                            .last()
                            .replaceWithVoid();
        });
    }

    private Uni<Void> noted() {
        if (!changed) {
            return Uni.createFrom().voidItem();
        }
        changed = false;
        return guilds.are(Map.copyOf(left))
                .invoke(gone -> forgotten = gone)
                .onFailure()
                .invoke(_ -> changed = true)
                .replaceWithVoid();
    }

    /** While the broker is away nobody knows who came back meanwhile. */
    private List<GuildId> due(Instant now) {
        if (conditions.waitingFor().containsKey(BROKER)) {
            return List.of();
        }
        var before = now.minus(config.departures().grace());
        return left.entrySet().stream()
                .filter(guild -> !guild.getValue().isAfter(before) && !forgotten.contains(guild.getKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private Uni<Void> forget(GuildId guild) {
        return Uni.createFrom()
                .deferred(() -> isLeft(guild)
                        ? apart(() -> sessions.withStatelessTransaction(tx -> step(tx, guild)))
                        : Uni.createFrom().item(false))
                .repeat()
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Whether there may be more to delete. */
    private Uni<Boolean> step(Mutiny.StatelessSession tx, GuildId guild) {
        return guilds.lock(tx, guild)
                .chain(ours -> !ours
                        ? Uni.createFrom().item(false)
                        : delete(tx, guild, 0)
                                .chain(deleted -> deleted
                                        ? Uni.createFrom().item(true)
                                        : timers.forget(tx, guild)
                                                .chain(() -> guilds.forget(tx, guild))
                                                .invoke(() -> tell(guild))
                                                .replaceWith(false)));
    }

    /** Whether one of the data from this one on had something to delete. */
    private Uni<Boolean> delete(Mutiny.StatelessSession tx, GuildId guild, int from) {
        return from == kept.size()
                ? Uni.createFrom().item(false)
                : kept.get(from)
                        .delete(tx, guild, config.departures().batch())
                        .chain(deleted -> deleted > 0 ? Uni.createFrom().item(true) : delete(tx, guild, from + 1));
    }

    private void tell(GuildId guild) {
        changed = true;
        meters.counter("warren.guilds.forgotten").increment();
        LOG.infof("what was kept of a guild is deleted guildId=%s", guild);
    }

    /** Database sessions insist on a context of their own. */
    private <T> Uni<T> apart(Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(
                    _ -> Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail));
        });
    }
}
