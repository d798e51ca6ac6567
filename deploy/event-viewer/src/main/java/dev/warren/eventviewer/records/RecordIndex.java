package dev.warren.eventviewer.records;

import dev.warren.eventviewer.records.SeenRecord.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** The newest records, found by their place and by what they belong to. The oldest make room. Safe for all threads. */
public final class RecordIndex {
    private final int mostRecords;
    private final long mostBytes;
    private final Payloads payloads;
    private final Deque<Numbered> order = new ArrayDeque<>();
    private final Map<Place, Numbered> byPlace = new HashMap<>();
    private final Map<String, Set<Numbered>> byLink = new HashMap<>();
    private long bytes;
    private long numbers;
    private long dropped;

    /**
     * A record with its number in the order of being seen.
     *
     * @param number counts from 1
     * @param links under which it is found
     */
    public record Numbered(long number, SeenRecord record, Set<String> links) {}

    /**
     * How full the index is.
     *
     * @param records kept
     * @param bytes about as many
     * @param dropped records that had to make room
     */
    public record Fill(int records, long bytes, long dropped) {}

    /**
     * Keeps at most so much.
     *
     * @param mostRecords positive
     * @param mostBytes positive
     */
    public RecordIndex(int mostRecords, long mostBytes, Payloads payloads) {
        this.mostRecords = mostRecords;
        this.mostBytes = mostBytes;
        this.payloads = payloads;
    }

    /** Keeps a record, once. */
    public synchronized void add(SeenRecord record) {
        if (byPlace.containsKey(record.place())) {
            return;
        }
        var kept = new Numbered(++numbers, record, Links.of(record, payloads));
        order.addLast(kept);
        byPlace.put(record.place(), kept);
        kept.links()
                .forEach(link ->
                        byLink.computeIfAbsent(link, _ -> new LinkedHashSet<>()).add(kept));
        bytes += record.bytes();
        while (order.size() > 1 && (order.size() > mostRecords || bytes > mostBytes)) {
            drop(order.removeFirst());
        }
    }

    private void drop(Numbered oldest) {
        dropped++;
        bytes -= oldest.record().bytes();
        byPlace.remove(oldest.record().place());
        oldest.links()
                .forEach(link -> byLink.computeIfPresent(link, (_, found) -> {
                    found.remove(oldest);
                    return found.isEmpty() ? null : found;
                }));
    }

    /** What is found under any of these links, in the order of being seen. */
    public synchronized List<SeenRecord> linked(Collection<String> links) {
        var found = new LinkedHashMap<Place, SeenRecord>();
        links.forEach(link -> byLink.getOrDefault(link, Set.of())
                .forEach(kept -> found.put(kept.record().place(), kept.record())));
        return List.copyOf(found.values());
    }

    /** The record at a place, while it is kept. */
    public synchronized Optional<SeenRecord> at(Place place) {
        return Optional.ofNullable(byPlace.get(place)).map(Numbered::record);
    }

    /** The newest records that are wanted and have a larger number, newest first. */
    public synchronized List<Numbered> newest(Predicate<SeenRecord> wanted, long after, int limit) {
        var found = new ArrayList<Numbered>();
        for (Iterator<Numbered> kept = order.descendingIterator(); kept.hasNext() && found.size() < limit; ) {
            var next = kept.next();
            if (next.number() <= after) {
                break;
            }
            if (wanted.test(next.record())) {
                found.add(next);
            }
        }
        return found;
    }

    /** The number of the newest record; 0 before the first. */
    public synchronized long last() {
        return numbers;
    }

    /** How full it is. */
    public synchronized Fill fill() {
        return new Fill(order.size(), bytes, dropped);
    }
}
