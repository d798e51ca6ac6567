package dev.warren.benchmarks.memory;

import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Reminders that come due over three instances of the memory service. They are asked for as members ask, by commands in the topic, and are
 * counted where the gateway would read them.
 *
 * @param count reminders
 * @param within the time in which they come due, evenly
 */
public record RemindersDue(int count, Duration within) {
    /** As many as a member may have. */
    private static final int OF_MEMBER = 50;
    /** So many commands a second leave the services time: one older than 30 s would not be run. */
    private static final int ASKED_PER_SECOND = 250;
    /** Between the last command and the first that is due. */
    private static final Duration REST = Duration.ofSeconds(10);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final double MILLIS = 1_000.0;
    private static final int CONTROLLED = 1_000;
    private static final int CONTROL_PARTITIONS = 24;
    private static final int RECORD_BYTES = 1_000;

    /**
     * What came.
     *
     * @param once reminders that were emitted once
     * @param more reminders that were emitted more often
     * @param late seconds from the due time to the record's time, in order, of those that were emitted
     * @param control the 99th percentile of seconds that a plain client needs from the due time to the acknowledgement, at the same rate
     */
    public record Came(int once, int more, List<Double> late, double control) {
        public Came {
            late = List.copyOf(late);
        }

        /** Seconds within which so many percent were emitted. */
        public double seconds(double percentile) {
            return of(late, percentile);
        }
    }

    private static double of(List<Double> sorted, double percentile) {
        if (sorted.isEmpty()) {
            return Double.POSITIVE_INFINITY;
        }
        int place = (int) Math.ceil(percentile / 100 * sorted.size()) - 1;
        return sorted.get(Math.clamp(place, 0, sorted.size() - 1));
    }

    /** Runs it on servers of its own. */
    public Came run(Path root) throws IOException, InterruptedException, ExecutionException {
        try (var servers = new MemoryServers(
                        Set.of(Topics.INTERACTIONS, Topics.MEMORY_EVENTS, Topics.REPLIES, Topics.ANSWERS));
                var first = new MemoryProcess(root, servers);
                var second = new MemoryProcess(root, servers);
                var third = new MemoryProcess(root, servers);
                var kafka = new RawKafka(servers.kafka());
                var producer = kafka.producer(Map.of("linger.ms", 5));
                var replies = kafka.consumer(Topics.REPLIES.name(), Map.of())) {
            for (var instance : List.of(first, second, third)) {
                instance.awaitReady();
            }
            var lead = Duration.ofSeconds(count / ASKED_PER_SECOND).plus(REST);
            var begins = Instant.now().plus(lead);
            ask(producer, begins);
            var came = collect(replies, begins);
            return new Came(came.once(), came.more(), came.late(), control(kafka));
        }
    }

    private void ask(KafkaProducer<String, byte[]> producer, Instant begins) {
        var codec = new EventCodec();
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / ASKED_PER_SECOND;
            LockSupport.parkNanos(due - System.nanoTime());
            var asked = Instant.now();
            var dueAt = begins.plus(within.multipliedBy(i).dividedBy(count));
            producer.send(codec.encode(
                    new Outgoing<>(Topics.INTERACTIONS, command(i, asked, Duration.between(asked, dueAt))),
                    Optional.empty()));
        }
        producer.flush();
    }

    private static Event<CommandInvoked> command(int number, Instant asked, Duration in) {
        var user = new UserId(1_000_000 + number / OF_MEMBER);
        var guild = new GuildId(1);
        var member = new Member(user, "ada", "Ada", false, Optional.empty(), List.of(), Optional.empty());
        var interaction = new InteractionId(5_000_000 + number);
        var origin = new Origin(
                Optional.of(interaction),
                Optional.empty(),
                Optional.of(guild),
                new ChannelId(2_000_000 + number / OF_MEMBER),
                member,
                Optional.empty());
        var options = Map.of(
                "what", OptionValue.text("reminder " + number),
                "when", OptionValue.text("in " + Math.max(1, in.toSeconds()) + " seconds"));
        return Event.first(
                EventId.interaction(interaction),
                "/gateway/0",
                asked,
                Keys.member(Optional.of(guild), user),
                new CommandInvoked(
                        origin,
                        "memory",
                        "remind",
                        Optional.of("me"),
                        Via.SLASH,
                        options,
                        Optional.empty(),
                        asked,
                        false));
    }

    private Came collect(KafkaConsumer<String, byte[]> replies, Instant begins) {
        var times = new HashMap<String, Integer>();
        var late = new ArrayList<Double>();
        var giveUpAt = begins.plus(within).plus(PATIENCE);
        var quietSince = Instant.now();
        // all of them, and then some seconds in which one might come a second time
        while (Instant.now().isBefore(giveUpAt)
                && (times.size() < count || quietSince.plusSeconds(3).isAfter(Instant.now()))) {
            var polled = replies.poll(POLL);
            if (!polled.isEmpty()) {
                quietSince = Instant.now();
            }
            for (var record : polled) {
                var id = id(record);
                if (id.startsWith("reminder:")) {
                    times.merge(id, 1, Integer::sum);
                    late.add(Duration.between(due(id), Instant.ofEpochMilli(record.timestamp()))
                                    .toMillis()
                            / MILLIS);
                }
            }
        }
        late.sort(null);
        int once = (int) times.values().stream().filter(often -> often == 1).count();
        return new Came(once, times.size() - once, late, 0);
    }

    /** The same records by a client that does nothing else, for some seconds. */
    private double control(RawKafka kafka) throws InterruptedException, ExecutionException {
        var topic = kafka.create("due", CONTROL_PARTITIONS);
        int some = Math.min(count, CONTROLLED);
        long apart = within.toNanos() / count;
        var late = new ConcurrentLinkedQueue<Double>();
        try (var producer = kafka.producer(Map.of("linger.ms", 5))) {
            long start = System.nanoTime();
            for (int i = 0; i < some; i++) {
                long due = start + i * apart;
                LockSupport.parkNanos(due - System.nanoTime());
                producer.send(
                        new ProducerRecord<>(topic, Integer.toString(i), new byte[RECORD_BYTES]),
                        (_, _) -> late.add((System.nanoTime() - due) / 1e9));
            }
            producer.flush();
        }
        return of(late.stream().sorted().toList(), 99);
    }

    private static String id(ConsumerRecord<String, byte[]> record) {
        return new String(record.headers().lastHeader(Headers.ID).value(), StandardCharsets.UTF_8);
    }

    /** From an id such as {@code reminder:42@2026-11-20T09:00:00Z/post}. */
    private static Instant due(String id) {
        return Instant.parse(id.substring(id.indexOf('@') + 1, id.indexOf('/')));
    }
}
