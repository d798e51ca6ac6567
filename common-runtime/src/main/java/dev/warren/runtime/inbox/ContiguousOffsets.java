package dev.warren.runtime.inbox;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/** Of one partition: what was received and is not committed yet. Not safe for threads. */
final class ContiguousOffsets {
    private final ArrayDeque<Long> received = new ArrayDeque<>();
    private final Set<Long> done = new HashSet<>();

    /** A record, or the last of a batch, was received. One that is not after the last has been rewound to, and what was known no longer holds. */
    void received(long offset) {
        var last = received.peekLast();
        if (last != null && offset <= last) {
            received.clear();
            done.clear();
        }
        received.addLast(offset);
    }

    /** The record is done; one that was not received, or no longer is, is passed over. */
    void done(long offset) {
        var first = received.peekFirst();
        if (first != null && offset >= first) {
            done.add(offset);
        }
    }

    /** The offset after the last record before which everything is done, once for each advance. */
    OptionalLong advance() {
        var next = OptionalLong.empty();
        for (var first = received.peekFirst(); first != null && done.remove(first); first = received.peekFirst()) {
            received.removeFirst();
            next = OptionalLong.of(first + 1);
        }
        return next;
    }
}
