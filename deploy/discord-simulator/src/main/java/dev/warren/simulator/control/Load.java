package dev.warren.simulator.control;

import dev.warren.simulator.interactions.CommandUse;
import dev.warren.simulator.interactions.Invocation;
import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.MessageDraft;
import dev.warren.simulator.world.Messages;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/**
 * Messages or commands at a steady rate, whether they are answered or not. Latencies count from the moment at which each was meant
 * to be sent: to the first response of a command, or to the bot's message that replies to the message. Confined to the event loop.
 */
final class Load {
    private static final double NANOS_PER_MILLI = 1_000_000.0;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long LONGEST_MICROS = 600_000_000L;
    private static final int DIGITS = 3;
    private static final int MAX_WAITING = 100_000;
    private final Plan plan;
    private final Messages messages;
    private final CommandUse commands;
    private final List<User> members;
    private final List<Channel> channels;
    private final Histogram latency = new Histogram(LONGEST_MICROS, DIGITS);
    private final NavigableMap<Snowflake, Long> waiting = new TreeMap<>();
    private final long startNanos;
    private long sent;
    private long answered;
    private long refused;
    private long maxLateNanos;
    private boolean stopped;

    /**
     * What is sent.
     *
     * @param perSecond messages or commands
     * @param planned in all
     * @param content of each message, with {@code {n}} for its number
     * @param command to be used instead of a message
     */
    record Plan(double perSecond, long planned, String content, Optional<CommandUse.Typed> command) {}

    Load(
            Plan plan,
            Messages messages,
            CommandUse commands,
            List<User> members,
            List<Channel> channels,
            long startNanos) {
        this.plan = plan;
        this.messages = messages;
        this.commands = commands;
        this.members = members;
        this.channels = channels;
        this.startNanos = startNanos;
    }

    boolean running() {
        return !stopped && sent < plan.planned();
    }

    void stop() {
        stopped = true;
    }

    /** Sends all that is due; gives how many. */
    int sendDue(long nowNanos) {
        long due = Math.min(plan.planned(), (long) ((nowNanos - startNanos) * plan.perSecond() / NANOS_PER_SECOND) + 1);
        int count = 0;
        while (running() && sent < due) {
            long intended = startNanos + (long) (sent * NANOS_PER_SECOND / plan.perSecond());
            maxLateNanos = Math.max(maxLateNanos, nowNanos - intended);
            send(intended);
            sent++;
            count++;
        }
        return count;
    }

    private void send(long intended) {
        User member = members.get((int) (sent % members.size()));
        Channel channel = channels.get((int) (sent % channels.size()));
        if (plan.command().isEmpty()) {
            String content = plan.content().replace("{n}", Long.toString(sent));
            Message message = messages.create(MessageDraft.text(channel, member, content));
            waiting.put(message.id(), intended);
            if (waiting.size() > MAX_WAITING) {
                waiting.pollFirstEntry();
            }
            return;
        }
        switch (commands.run(member, channel, plan.command().get())) {
            case Invocation.Sent run ->
                run.interaction().responded().onSuccess(any -> answered(intended, System.nanoTime()));
            case Invocation.Unknown any -> refused++;
            case Invocation.NotAllowed any -> refused++;
            case Invocation.Invalid any -> refused++;
        }
    }

    /** Takes note of a bot's message that replies to another. */
    void replied(Snowflake original, long nowNanos) {
        Long intended = waiting.remove(original);
        if (intended != null) {
            answered(intended, nowNanos);
        }
    }

    private void answered(long intended, long nowNanos) {
        answered++;
        latency.recordValue(Math.clamp((nowNanos - intended) / NANOS_PER_MICRO, 0, LONGEST_MICROS));
    }

    JsonObject json() {
        var json = new JsonObject()
                .put("planned", plan.planned())
                .put("sent", sent)
                .put("answered", answered)
                .put("refused", refused)
                .put("running", running())
                .put("maxLateMs", maxLateNanos / NANOS_PER_MILLI);
        if (answered > 0) {
            json.put(
                    "latencyMs",
                    new JsonObject()
                            .put("p50", millis(50))
                            .put("p90", millis(90))
                            .put("p99", millis(99))
                            .put("p999", millis(99.9))
                            .put("max", latency.getMaxValue() / 1000.0));
        }
        return json;
    }

    private double millis(double percentile) {
        return latency.getValueAtPercentile(percentile) / 1000.0;
    }
}
