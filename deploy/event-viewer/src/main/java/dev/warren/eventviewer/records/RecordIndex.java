package dev.warren.eventviewer.records;

import dev.warren.eventviewer.records.SeenRecord.Place;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** The newest records, found by their place and by what they belong to. The oldest make room. Safe for all threads. */
public final class RecordIndex {
    /** Most names stand for one record, or for a few. */
    private static final int FEW = 2;

    private final int mostRecords;
    private final long mostBytes;
    private final Payloads payloads;
    private final Deque<Kept> order = new ArrayDeque<>();
    private final Map<Place, Kept> byPlace = new HashMap<>();
    private final Map<String, Link> byName = new HashMap<>();
    private long bytes;
    private long numbers;
    private long dropped;

    /**
     * A record with its number in the order of being seen.
     *
     * @param number counts from 1
     */
    public record Numbered(long number, SeenRecord record) {}

    /** A record as it is kept, with what it is found under. */
    private record Kept(long number, PackedRecord record, List<Link> links) {
        Numbered numbered() {
            return new Numbered(number, record.unpacked());
        }
    }

    /** A name, and what is found under it, the oldest first. Records of a chain share it; no value, since each leads to the other. */
    private static final class Link {
        private final String name;
        private final List<Kept> found = new ArrayList<>(FEW);

        Link(String name) {
            this.name = name;
        }
    }

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
        var links = Links.of(record, payloads).stream()
                .map(name -> byName.computeIfAbsent(name, Link::new))
                .toList();
        var kept = new Kept(++numbers, PackedRecord.of(record), links);
        order.addLast(kept);
        byPlace.put(record.place(), kept);
        links.forEach(link -> link.found.add(kept));
        bytes += kept.record().size();
        while (order.size() > 1 && (order.size() > mostRecords || bytes > mostBytes)) {
            drop(order.removeFirst());
        }
    }

    private void drop(Kept oldest) {
        dropped++;
        bytes -= oldest.record().size();
        byPlace.remove(oldest.record().place());
        for (var link : oldest.links()) {
            // it stands first, being the oldest
            link.found.removeFirst();
            if (link.found.isEmpty()) {
                byName.remove(link.name);
            }
        }
    }

    /** What is found under any of these links, in the order of being seen. */
    public synchronized List<SeenRecord> linked(Collection<String> links) {
        return links.stream()
                .map(byName::get)
                .filter(Objects::nonNull)
                .flatMap(link -> link.found.stream())
                .distinct()
                .map(kept -> kept.record().unpacked())
                .toList();
    }

    /** The record at a place, while it is kept. */
    public synchronized Optional<SeenRecord> at(Place place) {
        return Optional.ofNullable(byPlace.get(place)).map(kept -> kept.record().unpacked());
    }

    /** The newest records that are wanted and have a larger number, newest first. */
    public synchronized List<Numbered> newest(Predicate<SeenRecord> wanted, long after, int limit) {
        var found = new ArrayList<Numbered>();
        for (Iterator<Kept> kept = order.descendingIterator(); kept.hasNext() && found.size() < limit; ) {
            var candidate = kept.next();
            if (candidate.number() <= after) {
                break;
            }
            var next = candidate.numbered();
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
