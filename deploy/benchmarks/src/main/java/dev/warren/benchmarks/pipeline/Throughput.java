package dev.warren.benchmarks.pipeline;

import dev.warren.benchmarks.figures.Figure;
import dev.warren.benchmarks.figures.Figure.Control;
import dev.warren.benchmarks.figures.Figure.Goal;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.benchmarks.load.Pace;
import dev.warren.benchmarks.processes.Usage;
import dev.warren.benchmarks.stack.WarrenStack;
import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.benchmarks.stage.SimulatedLoad;
import dev.warren.simulator.client.SimulatorClient;
import io.vertx.core.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/**
 * How many messages go from Discord through gateway and leveling into the database for a second of processor time, of all processes but
 * the local Discord and the event viewer. Messages nobody reads a command from: conversation is what a bot hears most.
 */
final class Throughput {
    private static final int RATE = 3_000;
    private static final int SECONDS = 30;
    private static final int WARM_UP_SECONDS = 60;
    private static final int MEMBERS = 1_000;
    private static final int CHANNELS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Goal GOAL = Goal.atLeast(4_000);
    private final WarrenStack stack;
    private final Lab lab;
    private final Pace pace = Pace.system();

    Throughput(WarrenStack stack, Lab lab) {
        this.stack = stack;
        this.lab = lab;
    }

    /** @param name of the figure */
    void measure(String name) throws InterruptedException, ExecutionException, SQLException {
        try (var discord = new SimulatorClient(stack.control());
                var kafka = new RawKafka(stack.kafka());
                var leveling = stack.database("leveling")) {
            var facts = new StoredFacts(kafka, leveling, pace);
            load(discord, facts, WARM_UP_SECONDS);
            var from = facts.published();
            var families = stack.families(WarrenStack::isDeployed);
            var before = families.processorTime();
            var messages = load(discord, facts, SECONDS);
            var used = families.processorTime().since(before);
            show("measured", messages, used);
            var to = facts.published();
            var replay = FactReplay.of(kafka, from, to, stack);
            var servers = stack.families(Set.of(WarrenStack.KAFKA, WarrenStack.POSTGRESQL)::contains);
            var control = replay.run(RATE, servers, pace);
            show("control", replay.size(), control);
            lab.add(new Figure(
                    name,
                    messages / used.seconds(),
                    "messages/s",
                    new Control(
                            "the same records produced, consumed and upserted in batches by plain clients",
                            replay.size() / control.seconds()),
                    GOAL));
        }
    }

    /** Returns when every message is stored; gives how many there were. */
    private long load(SimulatorClient discord, StoredFacts facts, int seconds)
            throws InterruptedException, ExecutionException, SQLException {
        var before = facts.published();
        var fields = new JsonObject()
                .put("messagesPerSecond", RATE)
                .put("seconds", lab.seconds(seconds))
                .put("members", MEMBERS)
                .put("channels", CHANNELS);
        var sent = new SimulatedLoad(fields, PATIENCE).run(discord, pace, false);
        var waited = facts.await(before, sent.sent(), PATIENCE);
        lab.note("    %d messages sent, at most %.0f ms late, all stored %.1f s after the last"
                .formatted(sent.sent(), sent.latest(), waited));
        return sent.sent();
    }

    private void show(String what, long messages, Usage used) {
        lab.note("    %s: %d messages for %.2f s of processor time".formatted(what, messages, used.seconds()));
        used.perPiece(messages).forEach(lab::note);
    }
}
