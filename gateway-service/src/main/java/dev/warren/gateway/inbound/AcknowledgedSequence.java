package dev.warren.gateway.inbound;

import java.util.BitSet;

/**
 * Up to which number of a session everything is taken: events end in any order, and only what has no hole before it counts. Safe for all
 * threads. What is held is bounded by how many events are under way.
 */
public final class AcknowledgedSequence {
    private String session = "";
    private long taken;
    /** Ended events after {@code taken + 1}; bit 0 stands for {@code taken + 1}. */
    private BitSet ended = new BitSet();

    /** A session begins, or goes on: everything up to this number is taken already. */
    public synchronized void begin(String sessionId, long upTo) {
        session = sessionId;
        taken = upTo;
        ended = new BitSet();
    }

    /**
     * An event is on its way. The first one of a session that was not begun begins it; Discord numbers from 1.
     *
     * @return false when it was taken before, so that a resumed copy need not be done again
     */
    public synchronized boolean arrived(String sessionId, long sequence) {
        if (!sessionId.equals(session)) {
            begin(sessionId, sequence - 1);
        }
        return sequence > taken && !ended.get(place(sequence));
    }

    /** An event is done with: acknowledged by Kafka, or of no interest. An event of an older session is ignored. */
    public synchronized void done(String sessionId, long sequence) {
        if (!sessionId.equals(session) || sequence <= taken) {
            return;
        }
        if (sequence > taken + 1) {
            ended.set(place(sequence));
            return;
        }
        if (ended.isEmpty()) {
            taken = sequence;
            return;
        }
        int more = ended.nextClearBit(1);
        taken += more;
        ended = more >= ended.length() ? new BitSet() : ended.get(more, ended.length());
    }

    /** The newest number with no hole before it. */
    public synchronized Taken taken() {
        return new Taken(session, taken);
    }

    private int place(long sequence) {
        return Math.toIntExact(sequence - taken - 1);
    }

    /**
     * A place in a session.
     *
     * @param sessionId empty before the first session
     */
    public record Taken(String sessionId, long sequence) {}
}
