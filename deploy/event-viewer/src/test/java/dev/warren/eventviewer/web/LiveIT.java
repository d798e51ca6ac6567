package dev.warren.eventviewer.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.ByteString;
import dev.warren.eventviewer.EventViewer;
import dev.warren.eventviewer.OnKafka;
import dev.warren.eventviewer.Story;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LiveIT {
    private static final OnKafka KAFKA = OnKafka.shared();
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static EventViewer viewer;

    @BeforeAll
    static void start() {
        viewer = KAFKA.viewer();
    }

    @AfterAll
    static void close() {
        viewer.close();
    }

    @Test
    void live_filteredByTopic_tellsItsRecordsAsTheyCome() {
        // Given
        var lines = listen("?topic=bot.decisions");
        // When
        var story = Story.told(KAFKA.written(), Instant.now(), Optional.empty());
        // Then
        await().atMost(Duration.ofSeconds(15))
                .until(() -> records(lines)
                        .filter(record -> record.getString("line").contains("bots earn none"))
                        .findAny()
                        .isPresent());
        assertThat(records(lines)).allMatch(record -> record.getString("topic").equals("bot.decisions"));
        assertThat(story.asked().value()).isPositive();
    }

    @Test
    void live_tellsRateAndLagOfTheTopics() {
        // Given
        commitBeginning("slow-service", "discord.facts");
        var lines = listen("");
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(topics(lines, "discord.facts"))
                        .as(
                                "lines %s",
                                lines.stream()
                                        .map(line -> line.substring(0, Math.min(80, line.length())))
                                        .toList())
                        .isNotEmpty());
        // When
        Story.told(KAFKA.written(), Instant.now(), Optional.empty());
        // Then
        await().atMost(Duration.ofSeconds(15))
                .until(() -> topics(lines, "discord.facts").anyMatch(topic -> topic.getDouble("perSecond") > 0));
        var facts = topics(lines, "discord.facts").reduce((_, last) -> last).orElseThrow();
        assertThat(facts.getInteger("partitions")).isEqualTo(3);
        assertThat(facts.getJsonArray("groups").stream().map(JsonObject.class::cast))
                .anyMatch(group -> group.getString("group").equals("slow-service") && group.getLong("lag") >= 2);
    }

    @Test
    void live_moreThanAllowed_isRefusedKindly() {
        try (var own = KAFKA.viewer()) {
            // Given
            var open = Stream.generate(() -> listen(own, "")).limit(4).toList();
            await().atMost(Duration.ofSeconds(15)).until(() -> open.stream().noneMatch(Queue::isEmpty));
            // When
            var response = KAFKA.get(own, "/api/v1/live", "http://localhost:8080");
            // Then
            assertThat(response.statusCode()).isEqualTo(503);
            assertThat(response.body()).contains("must not be watched by more than 4 pages at once");
        }
    }

    @Test
    void records_filteredByTextAndUser_areThoseAlone() {
        var story = Story.told(KAFKA.written(), Instant.now(), Optional.empty());

        var found = await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> KAFKA.get(viewer, "/api/v1/records?user=7&text=" + story.asked())
                                .getJsonArray("records"),
                        records -> records.size() == 3);

        assertThat(found.stream().map(JsonObject.class::cast).map(record -> record.getString("topic")))
                .containsExactlyInAnyOrder("discord.messages", "discord.facts", "discord.interactions");
    }

    @Test
    void spans_ofATracedChain_standInIt() {
        // Given
        var story = Story.told(KAFKA.written(), Instant.now(), Optional.of("00-" + TRACE + "-00f067aa0ba902b7-01"));
        // When
        var response = KAFKA.post(viewer, "/v1/traces", export("command:" + story.asked()));
        // Then
        assertThat(response.statusCode()).isEqualTo(200);
        var spans = await().atMost(Duration.ofSeconds(15))
                .until(
                        () -> KAFKA.get(viewer, "/api/v1/chain?message=" + story.asked())
                                .getJsonArray("spans"),
                        found -> !found.isEmpty());
        var span = spans.getJsonObject(0);
        assertThat(span.getString("service")).isEqualTo("leveling-service");
        assertThat(span.getString("name")).isEqualTo("command rank");
        assertThat(span.getDouble("millis")).isEqualTo(6.8);
        assertThat(span.getString("eventId")).isEqualTo("command:" + story.asked());
    }

    private static byte[] export(String eventId) {
        long begin = Instant.now().toEpochMilli() * 1_000_000;
        var span = Span.newBuilder()
                .setTraceId(ByteString.copyFrom(HexFormat.of().parseHex(TRACE)))
                .setSpanId(ByteString.copyFrom(HexFormat.of().parseHex("00f067aa0ba902b8")))
                .setName("command rank")
                .setKind(Span.SpanKind.SPAN_KIND_CONSUMER)
                .setStartTimeUnixNano(begin)
                .setEndTimeUnixNano(begin + 6_800_000)
                .addAttributes(attribute("warren.event.id", eventId));
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder()
                        .setResource(Resource.newBuilder().addAttributes(attribute("service.name", "leveling-service")))
                        .addScopeSpans(ScopeSpans.newBuilder().addSpans(span)))
                .build()
                .toByteArray();
    }

    private static KeyValue attribute(String name, String value) {
        return KeyValue.newBuilder()
                .setKey(name)
                .setValue(AnyValue.newBuilder().setStringValue(value))
                .build();
    }

    private static void commitBeginning(String group, String topic) {
        Map<String, Object> settings = Map.of("bootstrap.servers", KAFKA.servers(), "group.id", group);
        try (var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            var partitions = Stream.of(0, 1, 2)
                    .map(partition -> new TopicPartition(topic, partition))
                    .toList();
            consumer.assign(partitions);
            partitions.forEach(partition -> consumer.commitSync(Map.of(partition, new OffsetAndMetadata(0))));
        }
    }

    private static Queue<String> listen(String query) {
        return listen(viewer, query);
    }

    private static Queue<String> listen(EventViewer asked, String query) {
        var lines = new ConcurrentLinkedQueue<String>();
        KAFKA.http()
                .sendAsync(
                        HttpRequest.newBuilder(OnKafka.address(asked, "/api/v1/live" + query))
                                .build(),
                        BodyHandlers.fromLineSubscriber(new Lines(lines)));
        return lines;
    }

    private static Stream<JsonObject> records(Queue<String> lines) {
        return data(lines, "event: records");
    }

    private static Stream<JsonObject> topics(Queue<String> lines, String name) {
        return data(lines, "event: topics")
                .filter(topic -> topic.getString("name").equals(name));
    }

    private static Stream<JsonObject> data(Queue<String> lines, String event) {
        var all = List.copyOf(lines);
        return Stream.iterate(0, place -> place + 1)
                .limit(Math.max(0, all.size() - 1))
                .filter(place -> all.get(place).equals(event))
                .flatMap(place -> new JsonArray(all.get(place + 1).substring("data: ".length())).stream())
                .map(JsonObject.class::cast);
    }
}
