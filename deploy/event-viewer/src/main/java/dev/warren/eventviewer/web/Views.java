package dev.warren.eventviewer.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.eventviewer.chains.Chain;
import dev.warren.eventviewer.chains.Narration;
import dev.warren.eventviewer.chains.Step;
import dev.warren.eventviewer.records.Payloads;
import dev.warren.eventviewer.records.RecordIndex.Numbered;
import dev.warren.eventviewer.records.SeenRecord;
import dev.warren.eventviewer.topics.TopicFigures;
import dev.warren.eventviewer.traces.SeenSpan;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is told, as JSON. */
final class Views {
    private static final double NANOS = 1_000_000.0;

    private final Payloads payloads;
    private final Narration narration;

    Views(Payloads payloads, Narration narration) {
        this.payloads = payloads;
        this.narration = narration;
    }

    JsonObject chain(Chain chain) {
        var begin = chain.begin().orElse(Instant.EPOCH);
        var steps = new JsonArray();
        chain.steps().forEach(step -> steps.add(step(step, begin)));
        var spans = new JsonArray();
        chain.spans().forEach(span -> spans.add(span(span, begin)));
        var last = chain.steps().stream().map(Step::at).max(Instant::compareTo).orElse(begin);
        return new JsonObject()
                .put("found", !chain.steps().isEmpty())
                .put("headline", chain.headline())
                .put("underway", chain.isUnderway())
                .put("begin", begin.toString())
                .put("millis", Duration.between(begin, last).toMillis())
                .put(
                        "searched",
                        new JsonObject().put("records", chain.searched()).put("complete", chain.complete()))
                .put("steps", steps)
                .put("spans", spans);
    }

    private static JsonObject step(Step step, Instant begin) {
        var record = step.record();
        return place(record)
                .put("line", step.told().line())
                .put("outcome", step.told().outcome().name().toLowerCase(Locale.ROOT))
                .put("service", step.service())
                .put("depth", step.depth())
                .put("parent", step.parent().orElse(-1))
                .put("copy", step.copy())
                .put("millis", millis(Duration.between(begin, step.at())))
                .put("exact", step.exact())
                .put("at", step.at().toString())
                .mergeIn(ids(record));
    }

    private static JsonObject ids(SeenRecord record) {
        return new JsonObject()
                .put("type", record.type())
                .put("key", record.key())
                .put("eventId", record.eventId())
                .put("correlationId", record.correlationId())
                .put("causationId", record.causationId())
                .put("source", record.header("ce_source"))
                .put("traceId", record.traceId().orElse(""))
                .put("eventTime", record.eventTime().toString())
                .put("brokerTime", record.timestamp().toString())
                .put("seenAt", record.seenAt().toString())
                .put("live", record.live())
                .put("bytes", record.valueBytes());
    }

    private static JsonObject place(SeenRecord record) {
        return new JsonObject()
                .put("topic", record.place().topic())
                .put("partition", record.place().partition())
                .put("offset", record.place().offset());
    }

    private static JsonObject span(SeenSpan span, Instant begin) {
        var attributes = new JsonObject();
        span.attributes().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> attributes.put(entry.getKey(), entry.getValue()));
        return new JsonObject()
                .put("traceId", span.traceId())
                .put("spanId", span.spanId())
                .put("parentId", span.parentId().orElse(""))
                .put("service", span.service())
                .put("name", span.name())
                .put("kind", span.kind())
                .put("eventId", span.eventId().orElse(""))
                .put("start", millis(Duration.between(begin, span.start())))
                .put("millis", millis(span.duration()))
                .put("error", span.error().orElse(""))
                .put("attributes", attributes);
    }

    /** To the microsecond. */
    private static double millis(Duration duration) {
        return Math.round(duration.toNanos() / NANOS * 1000) / 1000.0;
    }

    JsonObject record(Numbered numbered) {
        var record = numbered.record();
        return place(record)
                .put("number", numbered.number())
                .put("line", narration.line(record))
                .mergeIn(ids(record));
    }

    JsonArray records(List<Numbered> records) {
        var array = new JsonArray();
        records.forEach(record -> array.add(record(record)));
        return array;
    }

    /** The record as it lies in its topic; what is no JSON in Base64. */
    JsonObject raw(SeenRecord record) {
        var headers = new JsonObject();
        record.headers().forEach(headers::put);
        JsonNode tree = payloads.tree(record);
        var bytes = record.value().orElseGet(() -> new byte[0]);
        String value = tree.isMissingNode()
                ? record.value().isEmpty()
                        ? ""
                        : "base64:" + Base64.getEncoder().encodeToString(bytes)
                : tree.toPrettyString();
        return place(record)
                .put("key", record.key())
                .put("line", narration.line(record))
                .put("timestamp", record.timestamp().toString())
                .put("seenAt", record.seenAt().toString())
                .put("bytes", record.valueBytes())
                .put("headers", headers)
                .put("tombstone", record.value().isEmpty())
                .put("value", value);
    }

    static JsonArray topics(List<TopicFigures> figures) {
        var topics = new JsonArray();
        figures.forEach(topic -> {
            var groups = new JsonArray();
            topic.groups()
                    .forEach(group -> groups.add(
                            new JsonObject().put("group", group.group()).put("lag", group.lag())));
            topics.add(new JsonObject()
                    .put("name", topic.name())
                    .put("description", topic.description())
                    .put("partitions", topic.partitions())
                    .put("records", topic.records())
                    .put("perSecond", Math.round(topic.perSecond() * 10) / 10.0)
                    .put("groups", groups));
        });
        return topics;
    }
}
