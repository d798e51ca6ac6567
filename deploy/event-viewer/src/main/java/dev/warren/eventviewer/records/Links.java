package dev.warren.eventviewer.records;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.topics.Topics;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Under which names a record is found. A derived id belongs to the id that it begins with: {@code command:1/answer} is found under
 * {@code command:1}.
 */
public final class Links {
    private static final String POSTED = "posted:";
    private static final String DEAD_LETTERS = ".dead-letters";

    private Links() {}

    /** What an event id stands under. */
    public static String root(String eventId) {
        int derived = eventId.indexOf('/');
        return derived < 0 ? eventId : eventId.substring(0, derived);
    }

    /** Under what a receipt stands that says that a message was posted. */
    public static String posted(String message) {
        return POSTED + message;
    }

    /** All names under which a record is found. */
    public static Set<String> of(SeenRecord record, Payloads payloads) {
        var links = new LinkedHashSet<String>();
        add(links, record.eventId());
        add(links, record.correlationId());
        add(links, record.causationId());
        var topic = record.place().topic();
        if (topic.equals(Topics.DECISIONS.name())) {
            payloads.tree(record).path("correlations").forEach(chain -> add(links, chain.asText()));
        } else if (topic.equals(Topics.RECEIPTS.name())) {
            payloads.tree(record).path("messages").forEach(message -> links.add(posted(message.asText())));
        } else if (topic.contains(DEAD_LETTERS)) {
            var headers = payloads.tree(record).path("headers");
            add(links, text(headers, Headers.ID));
            add(links, text(headers, Headers.CORRELATION_ID));
        }
        return links;
    }

    private static String text(JsonNode headers, String name) {
        return headers.path(name).asText("");
    }

    private static void add(Set<String> links, String eventId) {
        if (!eventId.isEmpty()) {
            links.add(root(eventId));
        }
    }
}
