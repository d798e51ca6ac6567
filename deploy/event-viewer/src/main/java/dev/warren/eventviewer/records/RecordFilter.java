package dev.warren.eventviewer.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which records are wanted; what is empty does not matter.
 *
 * @param topic its name
 * @param type part of the wire name
 * @param guild its id
 * @param user their id
 * @param correlation the id of a chain, or of what it begins with
 * @param text part of a key, an id or the value
 */
public record RecordFilter(
        Optional<String> topic,
        Optional<String> type,
        Optional<String> guild,
        Optional<String> user,
        Optional<String> correlation,
        Optional<String> text)
        implements Predicate<SeenRecord> {
    /** Everything. */
    public static final RecordFilter ALL = new RecordFilter(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    @Override
    public boolean test(SeenRecord record) {
        return topic.filter(name -> !record.place().topic().equals(name)).isEmpty()
                && type.filter(part -> !record.type().contains(part)).isEmpty()
                && guild.filter(id -> !names(record, id)).isEmpty()
                && user.filter(id -> !names(record, id)).isEmpty()
                && correlation
                        .filter(id -> !Links.root(record.correlationId()).equals(Links.root(id)))
                        .isEmpty()
                && text.filter(part -> !says(record, part)).isEmpty();
    }

    /** Ids of Discord are unique, so wherever one stands it means the same. */
    private static boolean names(SeenRecord record, String id) {
        for (var part : record.key().split(":")) {
            if (part.equals(id)) {
                return true;
            }
        }
        return valueText(record).contains('"' + id + '"');
    }

    private static boolean says(SeenRecord record, String part) {
        return record.key().contains(part)
                || record.eventId().contains(part)
                || record.correlationId().contains(part)
                || valueText(record).contains(part);
    }

    private static String valueText(SeenRecord record) {
        return record.value().map(bytes -> new String(bytes, UTF_8)).orElse("");
    }
}
