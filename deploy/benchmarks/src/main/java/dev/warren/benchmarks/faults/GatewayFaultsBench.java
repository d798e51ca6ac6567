package dev.warren.benchmarks.faults;

import dev.warren.benchmarks.figures.Bench;
import dev.warren.benchmarks.figures.Lab;
import dev.warren.benchmarks.stack.StackProcesses;
import dev.warren.benchmarks.stack.WarrenStack;
import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.simulator.client.SimulatorClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What the gateway loses, repeats and holds up while it is killed, cut off and overloaded. */
public final class GatewayFaultsBench implements Bench {
    private static final String RESUMABLE = "kills-resumable";
    private static final String INVALIDATED = "kills-invalidated";
    private static final String ONCE = "replies-once";
    private static final String FORGOTTEN = "replies-forgotten";
    private static final String ONE_CHANNEL = "overload-channel";
    private static final String ALL_CHANNELS = "overload-global";
    private static final String OUTAGE = "outage";

    /** Discord itself holds what is written in an outage of ten minutes: 300,000 messages. */
    private static final String HEAP = "5120m";

    @Override
    public String name() {
        return "gateway-faults";
    }

    @Override
    public String description() {
        return "What the gateway loses, repeats and holds up while it is killed, cut off and overloaded.";
    }

    @Override
    public List<String> parts() {
        return List.of(RESUMABLE, INVALIDATED, ONCE, FORGOTTEN, ONE_CHANNEL, ALL_CHANNELS, OUTAGE);
    }

    @Override
    public void run(Lab lab) throws IOException, InterruptedException {
        var measures = lab.quick() ? Measures.brief() : Measures.whole();
        try (var stack = WarrenStack.start(lab.root(), List.of(), Map.of("WARREN_LOCAL_DISCORD_HEAP", HEAP));
                var discord = new SimulatorClient(stack.control());
                var kafka = new RawKafka(stack.kafka())) {
            measure(new Scene(discord, stack.running(), kafka), lab, measures);
            var restarted = stack.restarted().stream()
                    .filter(name -> !name.equals(StackProcesses.GATEWAY))
                    .toList();
            if (!restarted.isEmpty()) {
                lab.problem("ended during the run and were started again: " + String.join(", ", restarted));
            }
        }
    }

    private static void measure(Scene scene, Lab lab, Measures measures) throws InterruptedException {
        var messages = new MessageFigures(scene, lab, measures);
        part(lab, scene, RESUMABLE, () -> messages.kills(RESUMABLE, false));
        part(lab, scene, INVALIDATED, () -> messages.kills(INVALIDATED, true));
        var replies = new ReplyFigures(scene, lab, measures);
        part(lab, scene, ONCE, () -> replies.once(ONCE, false));
        part(lab, scene, FORGOTTEN, () -> replies.once(FORGOTTEN, true));
        var overload = new OverloadFigures(scene, lab);
        part(
                lab,
                scene,
                ONE_CHANNEL,
                () -> overload.measure(OverloadScenario.ofOneChannel(ONE_CHANNEL, measures.overload())));
        part(
                lab,
                scene,
                ALL_CHANNELS,
                () -> overload.measure(OverloadScenario.ofAll(ALL_CHANNELS, measures.life(), measures.overload())));
        part(lab, scene, OUTAGE, () -> messages.outage(OUTAGE));
    }

    private static void part(Lab lab, Scene scene, String name, Lab.Part part) throws InterruptedException {
        if (!lab.wanted(name)) {
            return;
        }
        lab.attempt(name, part);
        lab.attempt(name + ": afterwards", () -> {
            scene.processes().awaitReady(StackProcesses.GATEWAY);
            var violations = scene.discord().violations();
            if (!violations.isEmpty()) {
                lab.problem("%s: Discord's document forbids %d requests, the first: %s"
                        .formatted(name, violations.size(), violations.getFirst()));
            }
        });
    }

    /** How long what was recovered from an outage may take. */
    static Duration patience(Duration away) {
        return away.plus(Duration.ofMinutes(2));
    }
}
