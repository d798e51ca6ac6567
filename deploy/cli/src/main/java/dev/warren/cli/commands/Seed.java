package dev.warren.cli.commands;

import dev.warren.cli.seed.SeedPlan;
import dev.warren.cli.seed.Seeding;
import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Endpoints;
import dev.warren.cli.stack.PortPlan;
import dev.warren.cli.stack.StackDirectory;
import dev.warren.cli.stack.StackState;
import dev.warren.cli.terminal.Screen;
import dev.warren.simulator.client.ControlRefused;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.KafkaException;

/** {@code warren seed}: a month of plausible life for a guild of the local Discord. */
final class Seed {
    /** How long the services may take to read what was published before the command ends without them. */
    private static final Duration READING = Duration.ofSeconds(20);

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);
    /** Services commit each second what they have read, and of a partition that was never read nothing is known. */
    private static final Duration CALM = Duration.ofMillis(1500);

    private static final int TOLD_EVERY_DAYS = 10;

    private final Screen screen;
    private final InstantSource clock;

    /** What is asked for. */
    record Wanted(String guild, String seed, int members, int days, Instant until) {
        /** @param until else the last full hour, so that the same command within an hour means the same life */
        static Wanted of(String guild, String seed, int members, int days, Optional<Instant> until, Instant now) {
            return new Wanted(guild, seed, members, days, until.orElseGet(() -> now.truncatedTo(ChronoUnit.HOURS)));
        }

        /** What is wrong with it, in one line. */
        Optional<String> problem(Instant now) {
            if (members < SeedPlan.LEAST_MEMBERS || members > SeedPlan.MOST_MEMBERS) {
                return Optional.of("--members %d: allowed is %d to %d"
                        .formatted(members, SeedPlan.LEAST_MEMBERS, SeedPlan.MOST_MEMBERS));
            }
            if (days < SeedPlan.LEAST_DAYS || days > SeedPlan.MOST_DAYS) {
                return Optional.of(
                        "--days %d: allowed is %d to %d".formatted(days, SeedPlan.LEAST_DAYS, SeedPlan.MOST_DAYS));
            }
            if (seed.isBlank() || seed.length() > SeedPlan.MOST_SEED) {
                return Optional.of(
                        "--seed %s: allowed is a word of 1 to %d characters".formatted(seed, SeedPlan.MOST_SEED));
            }
            return until.isAfter(now)
                    ? Optional.of("--until %s: allowed is a time that is over".formatted(until))
                    : Optional.empty();
        }
    }

    Seed(Screen screen, InstantSource clock) {
        this.screen = screen;
        this.clock = clock;
    }

    int run(StackDirectory stack, Settings settings, Wanted wanted) {
        var from = clock.instant();
        var ports = StackState.read(stack.state()).orElseThrow().ports();
        var endpoints = Endpoints.of(settings, ports);
        if (endpoints.simulatorPort().isEmpty()) {
            screen.problem("this stack has no local Discord: made-up life is not for Discord itself");
            return 1;
        }
        try {
            return switch (Seeding.guild(endpoints.simulatorPort().get(), wanted.guild())) {
                case Seeding.Found.None(var known) -> {
                    screen.problem("--guild %s: the local Discord has no such guild; there are: %s"
                            .formatted(wanted.guild(), known));
                    yield 1;
                }
                case Seeding.Found.Guild(var guild) -> {
                    var plan = new SeedPlan(guild, wanted.seed(), wanted.members(), wanted.days(), wanted.until());
                    var summary = new Seeding(plan, endpoints.kafkaBootstrapServers(), (count, day) -> {
                                if (day.toEpochDay() % TOLD_EVERY_DAYS == 0) {
                                    step(from, count + " things have happened up to " + day);
                                }
                            })
                            .run(endpoints.simulatorPort().get(), clock.instant());
                    step(from, "all is published");
                    awaitReaders(endpoints, from, ports);
                    show(summary, wanted, plan);
                    yield 0;
                }
            };
        } catch (KafkaException | UncheckedIOException | ControlRefused e) {
            screen.problem(e.getMessage() + "; the same command may simply be repeated");
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    private void awaitReaders(Endpoints endpoints, Instant from, PortPlan ports) throws InterruptedException {
        var pause = new CountDownLatch(1);
        var until = clock.instant().plus(READING);
        var waiting = clock.instant();
        while (waiting.plus(CALM).isAfter(clock.instant())) {
            var lags = Lags.read(endpoints.kafkaBootstrapServers());
            var lag = lags.entrySet().stream()
                    .filter(service -> ports.find(service.getKey()).isPresent())
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            if (lag > 0 || lags.isEmpty()) {
                waiting = clock.instant();
            }
            if (waiting.isAfter(until)) {
                screen.note("", lag + " records still wait for the services: see \"warren status\"");
                return;
            }
            pause.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        }
        step(from, "the services have read it");
    }

    private void step(Instant from, String text) {
        screen.step("", text, Duration.between(from, clock.instant()).toMillis());
    }

    private void show(Seeding.Summary summary, Wanted wanted, SeedPlan plan) {
        screen.line("");
        screen.table(
                List.of("TOPIC", "RECORDS"),
                summary.records().entrySet().stream()
                        .map(topic -> List.of(topic.getKey(), Integer.toString(topic.getValue())))
                        .toList());
        screen.line("");
        screen.line("Guild %s, seed %s, %d days up to %s."
                .formatted(wanted.guild(), wanted.seed(), wanted.days(), plan.until()));
        screen.line("New in the local Discord: %d members, the newest messages: %d."
                .formatted(summary.members(), summary.messages()));
        summary.remarks().forEach(screen::line);
    }
}
