package dev.warren.gateway.rest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.function.Consumer;

/**
 * Requests that their buckets have let pass, waiting for the limit over all requests. Whose lane had its last turn longest ago goes first, so
 * that channels which want ever more do not keep out one that seldom wants anything. While some wait they go one by one and not in a
 * burst: places come free as they were taken, and who comes first in turn then waits for the next of many, not for the next second.
 */
final class GlobalQueue {
    /** Nobody waits longer than so, because of others whose last turn is longer ago, than in the order of arrival. */
    private static final Duration CREDIT = Duration.ofSeconds(30);

    /** What is known of a lane that had no turn yet: it goes before those that want ever more, but after those that are known to want little. */
    private static final Duration NEWCOMERS_CREDIT = Duration.ofSeconds(5);
    /** Whose lane has rested for so long when it comes is no part of what fills the limit, and does not wait behind that. */
    private static final Duration QUIET = Duration.ofSeconds(1);

    /** One place in so many is left to those: the others fill the rest, and it is free when one of those comes. */
    private static final int LEFT_OF = 25;

    /** Of an even share of the second: what has become a burst is spread again, and nothing is lost where places are even already. */
    private static final double SPACING = 0.75;

    /** How much of a delay is caught up by going faster. */
    private static final Duration CATCH_UP = Duration.ofMillis(100);

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final RateLimits limits;
    private final Duration spacing;
    private final int left;
    private final Turns turns;
    private final InstantSource clock;
    private final Consumer<InLane> go;
    private final Consumer<InLane> expire;
    private final Queue<Waiting> waiting = new PriorityQueue<>();
    private long arrivals;
    private boolean asking;
    /** When the next may go that had to wait, on the clock of {@link System#nanoTime}. */
    private long nextAt;

    /**
     * A request in the queue.
     *
     * @param since nanoseconds of its lane's last turn, or of the credit's beginning, if that is later
     * @param quiet whether its lane has rested
     * @param number which arrival it is
     */
    private record Waiting(InLane one, long since, boolean quiet, long number) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            return since == other.since ? Long.compare(number, other.number) : Long.signum(since - other.since);
        }
    }

    /** @param perSecond places of all instances together */
    GlobalQueue(
            RateLimits limits,
            int perSecond,
            Turns turns,
            InstantSource clock,
            Consumer<InLane> go,
            Consumer<InLane> expire) {
        this.limits = limits;
        this.spacing = Duration.ofNanos((long) (SPACING * SECOND / perSecond));
        this.left = perSecond / LEFT_OF;
        this.nextAt = System.nanoTime();
        this.turns = turns;
        this.clock = clock;
        this.go = go;
        this.expire = expire;
    }

    void pass(InLane one) {
        if (isQuiet(one) && !isIdle()) {
            turns.onceAnswered(
                    limits.takeGlobal(0),
                    new RateLimits.Leave.Granted(),
                    leave -> {
                        switch (leave) {
                            case RateLimits.Leave.Granted() -> go.accept(one);
                            case RateLimits.Leave.Later _ -> add(one);
                        }
                    },
                    this::pump);
        } else {
            add(one);
        }
        pump();
    }

    private static boolean isQuiet(InLane one) {
        return one.lane()
                .restedFor(System.nanoTime())
                .filter(rested -> rested.compareTo(QUIET) >= 0)
                .isPresent();
    }

    /** Likewise, when it is known that there is no place before the delay is over. */
    void passAfter(Duration delay, InLane one) {
        add(one);
        if (!asking) {
            asking = true;
            again(delay);
        }
    }

    private void add(InLane one) {
        long now = System.nanoTime();
        Duration rested = one.lane().restedFor(now).orElse(NEWCOMERS_CREDIT);
        long credit = Math.min(CREDIT.toNanos(), rested.toNanos());
        waiting.add(new Waiting(one, now - credit, isQuiet(one), arrivals++));
    }

    /** Whether nobody waits, so that nobody is overtaken by who asks for a place elsewhere. */
    boolean isIdle() {
        return waiting.isEmpty() && !asking;
    }

    List<InLane> drain() {
        List<InLane> all = new ArrayList<>(waiting.size());
        waiting.forEach(each -> all.add(each.one()));
        waiting.clear();
        return all;
    }

    private void pump() {
        while (!asking && !waiting.isEmpty()) {
            Waiting first = waiting.element();
            InLane head = first.one();
            if (head.pending().expired(clock.instant())) {
                waiting.remove();
                expire.accept(head);
                continue;
            }
            asking = true;
            turns.onceAnswered(
                    limits.takeGlobal(first.quiet() ? 0 : left),
                    new RateLimits.Leave.Granted(),
                    leave -> {
                        switch (leave) {
                            case RateLimits.Leave.Granted() -> {
                                Waiting next = waiting.poll();
                                long rest = spaced(System.nanoTime());
                                if (waiting.isEmpty() || rest <= 0) {
                                    asking = false;
                                } else {
                                    again(Duration.ofNanos(rest));
                                }
                                if (next != null) {
                                    go.accept(next.one());
                                }
                            }
                            case RateLimits.Leave.Later(Duration delay) -> again(delay);
                        }
                    },
                    this::pump);
        }
    }

    /** How long the next has to wait after one that goes now; what timers are late is caught up. */
    private long spaced(long now) {
        nextAt = Math.max(nextAt, now - CATCH_UP.toNanos()) + spacing.toNanos();
        return nextAt - now;
    }

    private void again(Duration delay) {
        turns.after(delay, () -> {
            asking = false;
            pump();
        });
    }
}
