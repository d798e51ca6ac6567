package dev.warren.benchmarks.faults;

import static org.awaitility.Awaitility.await;

import dev.warren.benchmarks.load.Pace;
import dev.warren.benchmarks.stack.StackProcesses;
import dev.warren.benchmarks.stage.SimulatedLoad;
import dev.warren.benchmarks.stage.SimulatedLoad.Result;
import dev.warren.schemas.ids.MessageId;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/**
 * Far more replies than Discord allows, beside others that it would allow, and members who use commands. First the others alone, then
 * all together.
 *
 * @param run a name of its own
 * @param limit which limit of Discord the overload is of
 * @param loud what is far too much
 * @param quiet what would be posted at once if it were alone
 */
public record OverloadScenario(String run, Limit limit, Stream loud, Stream quiet, Duration length) {
    private static final int COMMANDS_PER_SECOND = 5;
    private static final int COMMAND_MEMBERS = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(30);
    private static final Duration LIFE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Pattern NOTHING_PARKED = Pattern.compile("(?m)^warren_replies_parked(\\{[^}]*})? 0\\.0$");
    private static final double THOUSAND = 1_000;
    private static final String GUILD = "overload";

    /** What is overloaded. */
    public enum Limit {
        CHANNEL,
        GLOBAL
    }

    /**
     * Replies over channels of their own.
     *
     * @param perSecond over all of them
     * @param life how long after it was due a reply may be posted
     */
    public record Stream(int channels, double perSecond, Duration life) {}

    /** Ten replies a second for one channel, where Discord allows one; ten others a second for 24 channels. */
    public static OverloadScenario ofOneChannel(String run, Duration length) {
        return new OverloadScenario(run, Limit.CHANNEL, new Stream(1, 10, length), new Stream(24, 10, LIFE), length);
    }

    /**
     * 500 replies a second for 250 channels, where Discord allows 50; five others a second for 100 channels, each of which wants less than
     * an equal share.
     *
     * @param life of the 500
     */
    public static OverloadScenario ofAll(String run, Duration life, Duration length) {
        return new OverloadScenario(run, Limit.GLOBAL, new Stream(250, 500, life), new Stream(100, 5, LIFE), length);
    }

    /**
     * How things went for who is not the cause.
     *
     * @param replies how many in quiet channels were due
     * @param posted how many of them were posted
     * @param p99 of those, milliseconds from due to posted
     * @param commands the commands' first responses
     */
    public record Others(int replies, int posted, double p50, double p99, Result commands) {
        @Override
        public String toString() {
            return "%d of %d replies in quiet channels, p50 %.1f ms, p99 %.1f ms; commands: %s"
                    .formatted(posted, replies, p50, p99, commands);
        }
    }

    /**
     * What became of it.
     *
     * @param usedPercent of what the limit allows
     * @param limitedPerThousand requests answered 429, of a thousand of the whole overload
     */
    public record Report(
            double usedPercent,
            double limitedPerThousand,
            long requests,
            long limited,
            Others undisturbed,
            Others disturbed) {
        @Override
        public String toString() {
            return "%.1f %% of the limit used, %d of %d requests answered 429; undisturbed: %s; overloaded: %s"
                    .formatted(usedPercent, limited, requests, undisturbed, disturbed);
        }
    }

    /** Runs it to its end. */
    public Report run(Scene scene) throws InterruptedException, ExecutionException {
        var discord = scene.discord();
        awaitCommand(discord);
        var quietPlaces = Places.of(discord, GUILD, run + "-quiet", quiet.channels());
        var loudPlaces = Places.of(discord, GUILD, run + "-loud", loud.channels());
        try (var replies = new Replies(scene.kafka())) {
            others(discord, replies, quietPlaces, "warm-up", length.compareTo(WARM_UP) < 0 ? length : WARM_UP);
            var undisturbed = others(discord, replies, quietPlaces, "alone", length);
            var before = Counts.of(discord);
            var overload = new ReplyLoad(run + "-loud", loudPlaces, loud.perSecond(), length, loud.life());
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                Callable<Instant> emitting = () -> overload.emit(replies, Pace.system());
                var emitted = threads.submit(emitting);
                var disturbed = others(discord, replies, quietPlaces, "beside", length);
                var start = emitted.get();
                var counted = Counts.of(discord).since(before);
                awaitNothingParked(scene);
                return new Report(
                        limit(discord, overload, start, quietPlaces),
                        THOUSAND * counted.limited() / counted.requests(),
                        counted.requests(),
                        counted.limited(),
                        undisturbed,
                        disturbed);
            }
        }
    }

    private static void awaitCommand(SimulatorClient discord) {
        await("commands to be registered")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> discord.commands().stream()
                        .anyMatch(command -> command.getString("name").equals("ping")));
    }

    /** What is left of the overload expires, and must not disturb whatever comes next. */
    private void awaitNothingParked(Scene scene) {
        await("left replies to expire")
                .atMost(length.plus(PATIENCE))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> scene.processes()
                        .get(StackProcesses.GATEWAY, "/q/metrics")
                        .filter(metrics -> NOTHING_PARKED.matcher(metrics).find())
                        .isPresent());
    }

    /** Replies in quiet channels and commands, at once. */
    private Others others(SimulatorClient discord, Replies replies, Places places, String part, Duration time)
            throws InterruptedException, ExecutionException {
        var load = new ReplyLoad(run + "-" + part, places, quiet.perSecond(), time, quiet.life());
        var commands = new SimulatedLoad(
                new JsonObject()
                        .put("guild", GUILD)
                        .put("messagesPerSecond", COMMANDS_PER_SECOND)
                        .put("seconds", time.toSeconds())
                        .put("members", COMMAND_MEMBERS)
                        .put("command", new JsonObject().put("name", "ping").put("options", new JsonObject())),
                LIFE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Instant> emitting = () -> load.emit(replies, Pace.system());
            var emitted = threads.submit(emitting);
            var answered = commands.run(discord, Pace.system(), true);
            var start = emitted.get();
            // What has not come in its time never will.
            await().atMost(LIFE.plus(PATIENCE))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> load.arrivals(discord, start).size() == load.planned()
                            || Instant.now().isAfter(start.plus(time).plus(LIFE)));
            var latencies = load.arrivals(discord, start).stream()
                    .map(ReplyLoad.Arrival::latencyMillis)
                    .toList();
            return new Others(
                    load.planned(),
                    latencies.size(),
                    Percentiles.of(latencies, 50),
                    Percentiles.of(latencies, 99),
                    answered);
        }
    }

    private double limit(SimulatorClient discord, ReplyLoad overload, Instant start, Places quietPlaces) {
        var end = start.plus(length);
        return switch (limit) {
            case CHANNEL -> Rate.CHANNEL.usedPercent(moments(discord, List.of(overload.places()), start, end));
            case GLOBAL ->
                Rate.GLOBAL.usedPercent(moments(
                        discord, List.of(overload.places(), quietPlaces), start.plus(Duration.ofSeconds(1)), end));
        };
    }

    /** When anything was posted in these channels in that time. */
    private static List<Instant> moments(SimulatorClient discord, List<Places> all, Instant from, Instant to) {
        return all.stream()
                .flatMap(places ->
                        places.names().stream().flatMap(name -> discord.messages(places.guild(), name).stream()))
                .map(message -> MessageId.of(message.getString("id")).createdAt())
                .filter(at -> !at.isBefore(from) && at.isBefore(to))
                .sorted()
                .toList();
    }

    /** What the local Discord has counted. */
    private record Counts(long requests, long limited) {
        static Counts of(SimulatorClient discord) {
            var stats = discord.stats();
            return new Counts(
                    stats.getLong("requests"), stats.getLong("rateLimitedUser") + stats.getLong("rateLimitedGlobal"));
        }

        Counts since(Counts before) {
            return new Counts(requests - before.requests, limited - before.limited);
        }
    }
}
