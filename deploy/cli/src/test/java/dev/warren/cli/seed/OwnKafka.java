package dev.warren.cli.seed;

import dev.warren.local.EmbeddedKafka;
import dev.warren.local.ServerOptions;
import dev.warren.runtime.events.EventCodec;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** A broker of this test's own, with one partition for each topic: quickly made, and read in the order of writing. */
record OwnKafka(EmbeddedKafka server) implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final List<Topic<?>> TOPICS = List.of(
            Topics.MESSAGES,
            Topics.FACTS,
            Topics.REACTIONS,
            Topics.MEMBERS,
            Topics.VOICE,
            Topics.INTERACTIONS,
            Topics.COMMANDS);

    static OwnKafka start(Path folder) {
        var server = EmbeddedKafka.start(ServerOptions.throwaway(folder));
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) server.bootstrapServers()))) {
            admin.createTopics(TOPICS.stream()
                            .map(topic -> new NewTopic(topic.name(), 1, (short) 1))
                            .toList())
                    .all()
                    .get();
            return new OwnKafka(server);
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("topics could not be made", e);
        }
    }

    String bootstrapServers() {
        return server.bootstrapServers();
    }

    void send(ProducerRecord<String, byte[]> record) {
        try (var producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", (Object) bootstrapServers()),
                new StringSerializer(),
                new ByteArraySerializer())) {
            producer.send(record);
            producer.flush();
        }
    }

    /** A topic's events that are keyed by this guild, or by its members, in order of their times. */
    <P> List<Event<P>> read(Topic<P> topic, GuildId guild) {
        var codec = new EventCodec();
        var events = new ArrayList<Event<P>>();
        try (var consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", (Object) bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            var partition = new TopicPartition(topic.name(), 0);
            consumer.assign(List.of(partition));
            consumer.seekToBeginning(List.of(partition));
            long end = Optional.ofNullable(
                            consumer.endOffsets(List.of(partition)).get(partition))
                    .orElse(0L);
            while (consumer.position(partition) < end) {
                for (var record : consumer.poll(POLL)) {
                    if (record.key().split(":", -1)[0].equals(guild.toString())) {
                        events.add(codec.decode(topic, record).event());
                    }
                }
            }
        }
        events.sort(Comparator.comparing(Event::time));
        return events;
    }

    @Override
    public void close() {
        server.close();
    }
}
