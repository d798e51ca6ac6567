package dev.warren.benchmarks.pipeline;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.warren.benchmarks.load.Pace;
import dev.warren.benchmarks.processes.ProcessFamilies;
import dev.warren.benchmarks.processes.Usage;
import dev.warren.benchmarks.stack.WarrenStack;
import dev.warren.benchmarks.stage.RawKafka;
import dev.warren.schemas.topics.Topics;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

/**
 * The least that storing facts needs: the same records at the same rate, produced and consumed by plain clients, parsed, and counted for
 * each member and minute in one upsert a batch, durably as the service does it.
 */
final class FactReplay {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration TICK = Duration.ofMillis(5);
    private static final Duration READ_PATIENCE = Duration.ofSeconds(30);
    private static final double NANOS_PER_SECOND = 1_000_000_000.0;
    private static final long SECONDS_PER_MINUTE = 60;
    private static final int MOST_RECORDS = 200_000;
    private static final JsonMapper JSON = new JsonMapper();
    private static final Map<String, Object> PRODUCER =
            Map.of("linger.ms", 5, "compression.type", "lz4", "batch.size", 128 * 1024);
    private static final Map<String, Object> CONSUMER = Map.of("max.poll.records", 1_000, "fetch.min.bytes", 16 * 1024);
    private static final String TABLE = """
            CREATE TABLE IF NOT EXISTS bench_minute (
                guild_id bigint NOT NULL, user_id bigint NOT NULL, minute bigint NOT NULL, messages bigint NOT NULL,
                PRIMARY KEY (guild_id, user_id, minute))""";
    private static final String UPSERT = """
            INSERT INTO bench_minute AS held (guild_id, user_id, minute, messages)
            SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[])
            ON CONFLICT (guild_id, user_id, minute) DO UPDATE SET messages = held.messages + excluded.messages""";

    private final RawKafka kafka;
    private final WarrenStack stack;
    private final List<ProducerRecord<String, byte[]>> records;

    private FactReplay(RawKafka kafka, WarrenStack stack, List<ProducerRecord<String, byte[]>> records) {
        this.kafka = kafka;
        this.stack = stack;
        this.records = records;
    }

    private record Minute(long guild, long user, long minute) implements Comparable<Minute> {
        @Override
        public int compareTo(Minute other) {
            var order = Long.compare(guild, other.guild);
            order = order == 0 ? Long.compare(user, other.user) : order;
            return order == 0 ? Long.compare(minute, other.minute) : order;
        }
    }

    /** Reads the records that lie between two ends of the topic of facts. */
    static FactReplay of(
            RawKafka kafka, Map<TopicPartition, Long> from, Map<TopicPartition, Long> to, WarrenStack stack)
            throws InterruptedException, ExecutionException {
        var topic = kafka.create("facts", Topics.FACTS.partitions());
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        var expected = Math.min(StoredFacts.count(from, to), MOST_RECORDS);
        var giveUpAt = System.nanoTime() + READ_PATIENCE.toNanos();
        try (var consumer = kafka.consumer(Topics.FACTS.name(), CONSUMER)) {
            from.forEach(consumer::seek);
            while (records.size() < expected) {
                consumer.poll(POLL)
                        .forEach(record -> records.add(
                                new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers())));
                if (System.nanoTime() > giveUpAt) {
                    throw new IllegalStateException(
                            "only %d of %d facts could be read back".formatted(records.size(), expected));
                }
            }
        }
        return new FactReplay(kafka, stack, records);
    }

    int size() {
        return records.size();
    }

    /** Runs it once with a third to warm up, and once in full; gives the time of the servers and of this JVM for the latter. */
    Usage run(double perSecond, ProcessFamilies servers, Pace pace)
            throws InterruptedException, ExecutionException, SQLException {
        replay(records.subList(0, records.size() / 3), perSecond, pace);
        var beforeServers = servers.processorTime();
        var beforeSelf = ProcessFamilies.current().processorTime();
        replay(records, perSecond, pace);
        var used =
                new LinkedHashMap<>(servers.processorTime().since(beforeServers).byName());
        used.putAll(ProcessFamilies.current().processorTime().since(beforeSelf).byName());
        return new Usage(used);
    }

    private void replay(List<ProducerRecord<String, byte[]>> replayed, double perSecond, Pace pace)
            throws InterruptedException, ExecutionException, SQLException {
        var topic = records.getFirst().topic();
        var ends = kafka.ends(topic);
        try (var database = stack.database("postgres")) {
            try (var create = database.createStatement()) {
                create.execute(TABLE);
            }
            database.setAutoCommit(false);
            var stored = CompletableFuture.runAsync(
                    () -> consume(topic, ends, replayed.size(), database),
                    runnable -> Thread.ofPlatform().name("replay").start(runnable));
            produce(replayed, perSecond, pace);
            stored.get();
        }
    }

    private void produce(List<ProducerRecord<String, byte[]>> replayed, double perSecond, Pace pace)
            throws InterruptedException {
        try (var producer = kafka.producer(PRODUCER)) {
            var start = pace.nanos();
            var sent = 0;
            while (sent < replayed.size()) {
                var due = Math.min(replayed.size(), (int) ((pace.nanos() - start) * perSecond / NANOS_PER_SECOND) + 1);
                for (; sent < due; sent++) {
                    producer.send(replayed.get(sent));
                }
                pace.awaitUntil(pace.nanos() + TICK.toNanos());
            }
        }
    }

    private void consume(String topic, Map<TopicPartition, Long> ends, int expected, Connection database) {
        try (var consumer = kafka.consumer(topic, CONSUMER)) {
            ends.forEach(consumer::seek);
            for (var read = 0; read < expected; ) {
                var batch = consumer.poll(POLL);
                if (!batch.isEmpty()) {
                    store(batch, database);
                    read += batch.count();
                }
            }
        } catch (SQLException | IOException e) {
            throw new CompletionException(e);
        }
    }

    private static void store(ConsumerRecords<String, byte[]> batch, Connection database)
            throws SQLException, IOException {
        var counted = new TreeMap<Minute, Long>();
        for (var record : batch) {
            var fact = JSON.readTree(record.value());
            var minute = Instant.parse(fact.path("createdAt").asText()).getEpochSecond() / SECONDS_PER_MINUTE;
            counted.merge(
                    new Minute(fact.path("guild").asLong(), fact.path("author").asLong(), minute), 1L, Long::sum);
        }
        try (var upsert = database.prepareStatement(UPSERT)) {
            upsert.setArray(
                    1,
                    database.createArrayOf(
                            "bigint",
                            counted.keySet().stream().map(Minute::guild).toArray()));
            upsert.setArray(
                    2,
                    database.createArrayOf(
                            "bigint",
                            counted.keySet().stream().map(Minute::user).toArray()));
            upsert.setArray(
                    3,
                    database.createArrayOf(
                            "bigint",
                            counted.keySet().stream().map(Minute::minute).toArray()));
            upsert.setArray(4, database.createArrayOf("bigint", counted.values().toArray()));
            upsert.executeUpdate();
        }
        database.commit();
    }
}
