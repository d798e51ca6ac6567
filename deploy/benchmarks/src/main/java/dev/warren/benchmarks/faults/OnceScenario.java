package dev.warren.benchmarks.faults;

import static org.awaitility.Awaitility.await;

import dev.warren.benchmarks.stack.StackProcesses;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Replies while connections break after Discord took the post, the gateway is killed and Redis is emptied; then all of them again, with
 * nothing left in Redis, and one more in each channel.
 *
 * @param run a name of its own
 * @param inEach replies in each channel
 * @param resetEvery every so manieth post breaks after acceptance; 0 for none
 * @param kills evenly over the replies; with the middle one Redis is emptied
 * @param noncesForgotten whether Discord looks at no nonce
 * @param heldAfterKill how long the gateway that comes after the last kill is held up before it begins, and the redelivery waits: longer
 *     than a nonce is remembered, or nothing
 */
public record OnceScenario(
        String run,
        int channels,
        int inEach,
        int resetEvery,
        int kills,
        boolean noncesForgotten,
        Duration heldAfterKill) {
    private static final String GUILD = "once";
    private static final String LAST = "last";
    private static final String POSTS = "POST /channels/{channel_id}/messages";
    private static final int MOST = 100_000;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final double NANOS_PER_SECOND = 1_000_000_000.0;

    public OnceScenario {
        if (channels < 1 || inEach < 1) {
            throw new IllegalArgumentException("channels and inEach must be at least 1: " + channels + ", " + inEach);
        }
        if (resetEvery < 0 || kills < 0 || heldAfterKill.isNegative()) {
            throw new IllegalArgumentException("resetEvery, kills and heldAfterKill must not be negative: " + resetEvery
                    + ", " + kills + ", " + heldAfterKill);
        }
    }

    /** How many replies there are, without the redelivered ones and without the last of each channel. */
    public int replies() {
        return channels * inEach;
    }

    /**
     * What became of the replies, those that came last included.
     *
     * @param once stand at Discord exactly once
     * @param channelsInOrder channels whose messages stand in the order of the replies, each once
     * @param unknown replies of which it could not be found out whether they stand
     * @param resets connections that broke after Discord took the post
     * @param seconds from the first reply to the end of the last but one of each channel
     */
    public record Report(
            int replies,
            int once,
            int missing,
            int doubled,
            int channels,
            int channelsInOrder,
            long unknown,
            long resets,
            double seconds) {
        public double oncePercent() {
            return 100.0 * once / replies;
        }

        public double channelsInOrderPercent() {
            return 100.0 * channelsInOrder / channels;
        }

        @Override
        public String toString() {
            return ("%d replies: %d once, %d missing, %d doubled, %d unknown; %d of %d channels in order; %d resets; %.1f s")
                    .formatted(replies, once, missing, doubled, unknown, channelsInOrder, channels, resets, seconds);
        }
    }

    /** Runs it to its end; what it broke is whole afterwards. */
    public Report run(Scene scene) {
        var places = Places.of(scene.discord(), GUILD, "once-" + run, channels);
        try (var replies = new Replies(scene.kafka());
                var outcomes = new Outcomes(scene.kafka(), prefix())) {
            breakThings(scene);
            var records = records(replies, places, Instant.now());
            long started = System.nanoTime();
            replies.emitAll(records);
            for (int i = 1; i <= kills; i++) {
                outcomes.await(records.size() * i / (kills + 1), PATIENCE);
                kill(scene, i);
            }
            outcomes.await(records.size(), PATIENCE);
            double seconds = (System.nanoTime() - started) / NANOS_PER_SECOND;
            await().pollDelay(heldAfterKill)
                    .atMost(heldAfterKill.plus(PATIENCE))
                    .until(() -> true);
            scene.processes().flushRedis();
            replies.emitAll(records);
            var last = last(replies, places, Instant.now());
            replies.emitAll(last);
            outcomes.await(records.size() + last.size(), PATIENCE);
            long resets = resets(scene);
            return report(scene, places, outcomes.count("unknown"), resets, seconds);
        } finally {
            scene.discord().clearFaults();
        }
    }

    private String prefix() {
        return "once:" + run + ":";
    }

    private void breakThings(Scene scene) {
        if (resetEvery > 0) {
            scene.discord()
                    .fault("rest-reset-after-accept", Map.of("count", MOST, "every", resetEvery, "route", POSTS));
        }
        if (noncesForgotten) {
            scene.discord().fault("no-nonce-dedupe", Map.of("count", MOST));
        }
    }

    private void kill(Scene scene, int number) {
        var processes = scene.processes();
        processes.kill(StackProcesses.GATEWAY);
        if (number == (kills + 1) / 2) {
            processes.flushRedis();
        }
        if (number == kills && heldAfterKill.isPositive()) {
            var held = processes.freeze(StackProcesses.GATEWAY);
            await().pollDelay(heldAfterKill)
                    .atMost(heldAfterKill.plus(PATIENCE))
                    .until(() -> true);
            held.close();
        }
        processes.awaitReady(StackProcesses.GATEWAY);
    }

    private List<ProducerRecord<String, byte[]>> records(Replies replies, Places places, Instant now) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (int number = 0; number < inEach; number++) {
            for (var channel : places.ids()) {
                records.add(
                        replies.post(prefix() + channel + ":" + number, channel, text(number), now, now.plus(life())));
            }
        }
        return records;
    }

    private List<ProducerRecord<String, byte[]>> last(Replies replies, Places places, Instant now) {
        return places.ids().stream()
                .map(channel -> replies.post(prefix() + channel + ":" + LAST, channel, LAST, now, now.plus(life())))
                .toList();
    }

    private Duration life() {
        return PATIENCE.multipliedBy(kills + 2L).plus(heldAfterKill.multipliedBy(2));
    }

    private static String text(int number) {
        return "reply " + number;
    }

    private static long resets(Scene scene) {
        return scene.discord().getList("/faults", Map.of()).stream()
                .filter(fault -> fault.getString("kind").equals("rest-reset-after-accept"))
                .mapToLong(fault -> fault.getLong("done"))
                .sum();
    }

    private Report report(Scene scene, Places places, long unknown, long resets, double seconds) {
        var expected = new ArrayList<>(
                IntStream.range(0, inEach).mapToObj(OnceScenario::text).toList());
        expected.add(LAST);
        int once = 0;
        int missing = 0;
        int doubled = 0;
        int inOrder = 0;
        for (var name : places.names()) {
            var texts = scene.discord().messages(GUILD, name).stream()
                    .map(OnceScenario::content)
                    .toList();
            inOrder += texts.equals(expected) ? 1 : 0;
            for (var text : expected) {
                long copies = texts.stream().filter(text::equals).count();
                once += copies == 1 ? 1 : 0;
                missing += copies == 0 ? 1 : 0;
                doubled += copies > 1 ? 1 : 0;
            }
        }
        return new Report(
                once + missing + doubled, once, missing, doubled, channels, inOrder, unknown, resets, seconds);
    }

    private static String content(JsonObject message) {
        return Optional.ofNullable(message.getString("content")).orElse("");
    }
}
