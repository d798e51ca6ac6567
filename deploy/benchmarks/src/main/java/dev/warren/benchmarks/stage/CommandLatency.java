package dev.warren.benchmarks.stage;

import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.benchmarks.load.Latencies;
import dev.warren.benchmarks.load.OpenLoop;
import dev.warren.benchmarks.load.Pace;
import dev.warren.benchmarks.stack.WarrenStack;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** How long a member waits for the answer to a command. */
public final class CommandLatency implements AutoCloseable {
    private static final String GUILD = "warren";
    private static final String MEMBER = "load-member-1";
    private static final int MEMBERS = 1_000;
    private static final int SLASH_RATE = 100;
    private static final int PREFIX_RATE = 40;
    private static final int PREFIX_CHANNELS = 50;
    private static final int SECONDS = 60;
    /** First slowly, so that a start's first answers are not late by the hundred and told in the channels, then in full. */
    private static final int FIRST_RATE_PART = 5;

    private static final int FIRST_SECONDS = 30;
    private static final int WARM_UP_SECONDS = 60;
    private static final int CONTROL_WARM_UP_SECONDS = 15;
    private static final int CONTROL_SECONDS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration ASK_EVERY = Duration.ofMillis(200);
    private static final Duration REGISTRATION = Duration.ofSeconds(90);
    private static final Goal P50 = Goal.atMost(10);
    private static final Goal P99 = Goal.atMost(50);
    private static final Goal ALL = Goal.atLeast(100);
    private final WarrenStack stack;
    private final Lab lab;
    private final Pace pace = Pace.system();
    private final SimulatorClient discord;

    public CommandLatency(WarrenStack stack, Lab lab) {
        this.stack = stack;
        this.lab = lab;
        this.discord = new SimulatorClient(stack.control());
    }

    /** Of a slash command that needs no option and is answered with an embed, 100 in a second. */
    public void slash(String command) throws IOException, InterruptedException, ExecutionException {
        slash(command, "slash-" + command);
    }

    /**
     * The same.
     *
     * @param figures what the names of the figures begin with
     */
    public void slash(String command, String figures) throws IOException, InterruptedException, ExecutionException {
        awaitRegistration(command);
        var fields = load(SLASH_RATE, 1).put("command", new JsonObject().put("name", command));
        compare(figures, SLASH_RATE, fields, () -> checkSlash(command));
    }

    /** The same of a prefix command, 40 in a second over 50 channels. */
    public void prefix(String command) throws IOException, InterruptedException, ExecutionException {
        awaitRegistration(command);
        var fields = load(PREFIX_RATE, PREFIX_CHANNELS).put("content", "!" + command);
        compare("prefix-" + command, PREFIX_RATE, fields, () -> checkPrefix(command));
    }

    private void awaitRegistration(String name) throws InterruptedException {
        awaitThat(
                "/" + name + " is registered",
                REGISTRATION,
                () -> discord.commands().stream().anyMatch(command -> name.equals(command.getString("name"))));
    }

    /** What is measured has to be the answer, not an apology. */
    private void checkSlash(String command) throws InterruptedException {
        var id = discord.command(GUILD, "general", MEMBER, command, Map.of());
        awaitThat(
                "/" + command + " is answered",
                PATIENCE,
                () -> discord.interaction(id).containsKey("response"));
        var response = discord.interaction(id).getJsonObject("response");
        if (response.getInteger("type") != 4 || !showsSomething(response.getJsonObject("data"))) {
            lab.problem(
                    "/" + command + " is not answered with an embed or a picture: type " + response.getInteger("type"));
        }
    }

    private void checkPrefix(String command) throws InterruptedException {
        var asked = discord.say(GUILD, "bench-check", MEMBER, "!" + command);
        awaitThat(
                "!" + command + " is answered",
                PATIENCE,
                () -> answer(asked.id()).isPresent());
        if (!showsSomething(answer(asked.id()).orElseThrow())) {
            lab.problem("!" + command + " is not answered with an embed or a picture");
        }
    }

    /** An apology is a text alone. */
    private static boolean showsSomething(JsonObject message) {
        return Stream.of("embeds", "attachments")
                .anyMatch(what -> !message.getJsonArray(what, new JsonArray()).isEmpty());
    }

    private Optional<JsonObject> answer(String messageId) {
        return discord.messagesAfter(GUILD, "bench-check", messageId).stream()
                .filter(message -> messageId.equals(message.getJsonObject("message_reference", new JsonObject())
                        .getString("message_id")))
                .findFirst();
    }

    private void awaitThat(String what, Duration patience, BooleanSupplier condition) throws InterruptedException {
        var giveUpAt = pace.nanos() + patience.toNanos();
        while (!condition.getAsBoolean()) {
            if (pace.nanos() > giveUpAt) {
                throw new IllegalStateException("waited in vain for " + patience.toSeconds() + " s until " + what);
            }
            pace.awaitUntil(pace.nanos() + ASK_EVERY.toNanos());
        }
    }

    private static JsonObject load(int rate, int channels) {
        return new JsonObject()
                .put("guild", GUILD)
                .put("messagesPerSecond", rate)
                .put("members", MEMBERS)
                .put("channels", channels);
    }

    private static JsonObject rate(JsonObject fields, int rate) {
        return fields.copy().put("messagesPerSecond", rate);
    }

    /** Looks at one answer. */
    @FunctionalInterface
    private interface Check {
        void run() throws InterruptedException;
    }

    private void compare(String name, int rate, JsonObject fields, Check check)
            throws IOException, InterruptedException, ExecutionException {
        lab.note("    first, a fifth of it: " + run(rate(fields, rate / FIRST_RATE_PART), FIRST_SECONDS));
        lab.note("    warm-up: " + run(fields, WARM_UP_SECONDS));
        check.run();
        var families = stack.families(WarrenStack::isDeployed);
        var before = families.processorTime();
        var measured = run(fields, SECONDS);
        lab.note("    measured: " + measured);
        families.processorTime().since(before).perPiece(measured.sent()).forEach(lab::note);
        var control = control(rate);
        lab.note("    control: p50 %.2f ms, p99 %.2f ms, max %.1f ms"
                .formatted(control.millis(50), control.millis(99), control.millis(100)));
        var controlName = "two raw Kafka hops and one HTTP POST";
        lab.add(new Figure(name + ".p50", measured.p50(), "ms", new Control(controlName, control.millis(50)), P50));
        lab.add(new Figure(name + ".p99", measured.p99(), "ms", new Control(controlName, control.millis(99)), P99));
        lab.add(new Figure(
                name + ".answered",
                measured.answeredPercent(),
                "%",
                new Control(controlName, control.answeredPercent()),
                ALL));
    }

    private SimulatedLoad.Result run(JsonObject fields, int seconds) throws InterruptedException {
        return new SimulatedLoad(fields.copy().put("seconds", lab.seconds(seconds)), PATIENCE).run(discord, pace, true);
    }

    private Latencies control(int rate) throws IOException, InterruptedException, ExecutionException {
        try (var hops = KafkaHops.on(stack.kafka())) {
            new OpenLoop(rate, Duration.ofSeconds(lab.seconds(CONTROL_WARM_UP_SECONDS)), PATIENCE).run(hops, pace);
            return new OpenLoop(rate, Duration.ofSeconds(lab.seconds(CONTROL_SECONDS)), PATIENCE).run(hops, pace);
        }
    }

    @Override
    public void close() {
        discord.close();
    }
}
