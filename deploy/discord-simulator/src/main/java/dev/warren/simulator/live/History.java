package dev.warren.simulator.live;

import dev.warren.simulator.world.Event;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

/** The newest events with their sequence numbers, so that a client that was away for a moment can catch up. */
final class History {
    private final int bound;
    private final ArrayDeque<Event> events = new ArrayDeque<>();
    private long sequence;

    History(int bound) {
        this.bound = bound;
    }

    /** The number of the newest event; 0 before the first. */
    long sequence() {
        return sequence;
    }

    void add(Event event) {
        sequence++;
        events.addLast(event);
        if (events.size() > bound) {
            events.removeFirst();
        }
    }

    /** Events after the one with this number; empty when some of them are forgotten, or the number was never given. */
    Optional<List<Event>> after(long seen) {
        long missing = sequence - seen;
        if (missing < 0 || missing > events.size()) {
            return Optional.empty();
        }
        return Optional.of(events.stream().skip(events.size() - missing).toList());
    }
}
