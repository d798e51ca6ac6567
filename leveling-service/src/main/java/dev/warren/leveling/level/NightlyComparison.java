package dev.warren.leveling.level;

import dev.warren.leveling.LevelingConfig;
import dev.warren.leveling.experience.RulesHistory;
import dev.warren.leveling.rounds.Round;
import dev.warren.leveling.surroundings.Surroundings;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.timers.Timers;
import dev.warren.schemas.bot.ActionEvent.Context;
import dev.warren.schemas.bot.ActionEvent.FetchMember;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.leveling.LevelingEvent.RewardsCompared;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Compares levels and rewards with the roles that members hold, some members at a time: at night, and when rewards change. Each is looked
 * up at Discord; {@link RewardReceipts} has the answers.
 */
@ApplicationScoped
class NightlyComparison {
    private final RuntimeConfig runtime;
    private final LevelingConfig.Comparison config;
    private final Mutiny.SessionFactory sessions;
    private final Comparisons comparisons;
    private final SettingsView settings;
    private final RulesHistory rules;
    private final Surroundings surroundings;
    private final Timers timers;
    private final Readiness readiness;
    private final InstantSource clock;
    private final Vertx vertx;
    private Optional<Every> rounds = Optional.empty();

    NightlyComparison(
            RuntimeConfig runtime,
            LevelingConfig config,
            Mutiny.SessionFactory sessions,
            Comparisons comparisons,
            SettingsView settings,
            RulesHistory rules,
            Surroundings surroundings,
            Timers timers,
            Readiness readiness,
            InstantSource clock,
            Vertx vertx) {
        this.runtime = runtime;
        this.config = config.comparison();
        this.sessions = sessions;
        this.comparisons = comparisons;
        this.settings = settings;
        this.rules = rules;
        this.surroundings = surroundings;
        this.timers = timers;
        this.readiness = readiness;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            rounds = Optional.of(Every.start(
                    "compare rewards",
                    config.every(),
                    () -> readiness
                            .whenReady()
                            .chain(() -> Round.on(vertx, () -> sessions.withStatelessTransaction(this::step)))));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    private Uni<Void> step(Mutiny.StatelessSession tx) {
        var now = clock.instant();
        return comparisons
                .due(tx, now, config.patience())
                .chain(due -> due.map(comparison -> step(tx, comparison, now))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> step(Mutiny.StatelessSession tx, Comparison comparison, Instant now) {
        var held = settings.at(Optional.of(comparison.guild()), now);
        var rewards = Rewards.read(held.text(LevelSettings.ROLES));
        if (rewards.roles().isEmpty()) {
            return comparisons.remove(tx, comparison.guild());
        }
        long least =
                rules.at(comparison.guild(), now).curve().total(rewards.roles().firstKey());
        return comparisons
                .next(tx, comparison, least, config.batch())
                .chain(members -> members.isEmpty()
                        ? end(tx, comparison, rewards, held.timezone(), now)
                        : comparisons
                                .ask(tx, comparison, members, now)
                                .chain(() -> lookUp(tx, comparison, members, now)));
    }

    private Uni<Void> lookUp(Mutiny.StatelessSession tx, Comparison comparison, List<UserId> members, Instant now) {
        return Multi.createFrom()
                .iterable(members)
                .onItem()
                .transformToUniAndConcatenate(member -> {
                    var id = comparison.lookUp(member);
                    var context = new Context(
                            comparison.guild(), Optional.empty(), "Comparing level roles", now.plus(config.patience()));
                    var event = Event.first(
                            id,
                            Consequences.SOURCE,
                            now,
                            Keys.member(Optional.of(comparison.guild()), member),
                            new FetchMember(context, member));
                    return timers.schedule(tx, id.value(), now, new Outgoing<>(Topics.ACTIONS, event));
                })
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> end(
            Mutiny.StatelessSession tx, Comparison comparison, Rewards rewards, java.time.ZoneId zone, Instant now) {
        var missing = rewards.inOrder().stream()
                .filter(role -> surroundings.role(role).isEmpty())
                .toList();
        GuildId guild = comparison.guild();
        var compared = new RewardsCompared(
                guild,
                comparison.members(),
                comparison.granted(),
                comparison.withdrawn(),
                comparison.corrected(),
                missing,
                now);
        var event = Event.first(comparison.id(), Consequences.SOURCE, now, Keys.guild(guild), compared);
        return comparisons
                .end(tx, guild, night(now, zone), now)
                .chain(() -> timers.schedule(
                        tx, comparison.id().value(), now, new Outgoing<>(Topics.LEVELING_EVENTS, event)));
    }

    /** The next night in the guild's own time. */
    private Instant night(Instant now, java.time.ZoneId zone) {
        var local = now.atZone(zone);
        var today = local.toLocalDate().atTime(config.at()).atZone(zone);
        return (today.isAfter(local)
                        ? today
                        : local.toLocalDate().plusDays(1).atTime(config.at()).atZone(zone))
                .toInstant();
    }
}
