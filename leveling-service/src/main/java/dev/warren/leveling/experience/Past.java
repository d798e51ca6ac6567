package dev.warren.leveling.experience;

import dev.warren.leveling.rules.Farming;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** What a member did before a message: their last messages, and the XP that all earlier messages earned. Commands are no messages. */
final class Past {
    /** As many messages as any rule looks back to. */
    static final int KEPT = Farming.MOST_MESSAGES;

    private final Deque<Feature> last = new ArrayDeque<>(KEPT);
    private long xp;

    private Past(long xp) {
        this.xp = xp;
    }

    /**
     * Nothing is remembered but this.
     *
     * @param before the messages before, in the order of their snowflakes
     * @param xp what all messages before earned
     */
    static Past of(Collection<Feature> before, long xp) {
        var past = new Past(xp);
        before.forEach(past::add);
        return past;
    }

    /** For a message that is judged by itself. */
    static Past none() {
        return of(List.of(), 0);
    }

    void add(Feature feature) {
        if (feature.command()) {
            return;
        }
        if (last.size() == KEPT) {
            last.removeLast();
        }
        last.addFirst(feature);
    }

    void earned(int more) {
        xp += more;
    }

    long xp() {
        return xp;
    }

    /** How long before a moment the last message was written; none before the first. */
    Optional<Duration> pause(Instant moment) {
        return Optional.ofNullable(last.peekFirst()).map(before -> Duration.between(before.createdAt(), moment));
    }

    /** Whether one of so many last messages resembles this one. Messages without words resemble nothing. */
    boolean resembles(Feature feature, int messages) {
        if (feature.words() == 0) {
            return false;
        }
        Iterator<Feature> before = last.iterator();
        for (int i = 0; i < messages && before.hasNext(); i++) {
            var other = before.next();
            if (other.words() > 0 && Long.bitCount(other.sketch() ^ feature.sketch()) <= Farming.SIMILAR_BITS) {
                return true;
            }
        }
        return false;
    }
}
