package dev.warren.benchmarks.faults;

import dev.warren.benchmarks.load.Pace;
import dev.warren.schemas.ids.MessageId;
import dev.warren.simulator.client.SimulatorClient;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Replies at a steady rate over channels in turn, whether they are posted or not.
 *
 * @param run a name of its own
 * @param perSecond over all channels
 * @param life how long after it was due a reply may be posted
 */
record ReplyLoad(String run, Places places, double perSecond, Duration length, Duration life) {
    private static final double NANOS_PER_SECOND = 1_000_000_000.0;
    private static final double MILLIS_PER_SECOND = 1_000.0;

    ReplyLoad {
        if (!Double.isFinite(perSecond) || perSecond <= 0) {
            throw new IllegalArgumentException("perSecond must be finite and above 0: " + perSecond);
        }
    }

    int planned() {
        return (int) (perSecond * length.toNanos() / NANOS_PER_SECOND);
    }

    /** When a reply was posted, in milliseconds after it was due; the clock is that of both, since both are on this machine. */
    record Arrival(Instant at, double latencyMillis) {}

    /** Emits all of it on this thread; gives the moment at which the first was due. */
    Instant emit(Replies replies, Pace pace) throws InterruptedException {
        var start = Instant.now();
        var startNanos = pace.nanos();
        for (int number = 0; number < planned(); number++) {
            pace.awaitUntil(startNanos + (long) (number * NANOS_PER_SECOND / perSecond));
            var due = due(start, number);
            var channel = places.ids().get(number % places.ids().size());
            replies.emit(replies.post("load:" + run + ":" + number, channel, run + " " + number, due, due.plus(life)));
        }
        return start;
    }

    private Instant due(Instant start, int number) {
        return start.plusNanos((long) (number * NANOS_PER_SECOND / perSecond));
    }

    /** The replies that stand at Discord, in the order in which they were posted. */
    List<Arrival> arrivals(SimulatorClient discord, Instant start) {
        var arrivals = new ArrayList<Arrival>();
        for (var name : places.names()) {
            for (var message : discord.messages(places.guild(), name)) {
                number(message.getString("content")).ifPresent(number -> {
                    var at = MessageId.of(message.getString("id")).createdAt();
                    var latency =
                            Duration.between(due(start, number), at).toNanos() / (NANOS_PER_SECOND / MILLIS_PER_SECOND);
                    arrivals.add(new Arrival(at, Math.max(0, latency)));
                });
            }
        }
        arrivals.sort((one, other) -> one.at().compareTo(other.at()));
        return arrivals;
    }

    private Optional<Integer> number(String content) {
        return content.startsWith(run + " ")
                ? Optional.of(Integer.parseInt(content.substring(run.length() + 1)))
                : Optional.empty();
    }
}
