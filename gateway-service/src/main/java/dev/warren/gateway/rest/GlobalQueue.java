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
 * that channels which want ever more do not keep out one that seldom wants anything.
 */
final class GlobalQueue {
    /** Nobody waits longer than so, because of others whose last turn is longer ago, than in the order of arrival. */
    private static final Duration CREDIT = Duration.ofSeconds(30);

    private final RateLimits limits;
    private final Turns turns;
    private final InstantSource clock;
    private final Consumer<InLane> go;
    private final Consumer<InLane> expire;
    private final Queue<Waiting> waiting = new PriorityQueue<>();
    private long arrivals;
    private boolean asking;

    /**
     * A request in the queue.
     *
     * @param since nanoseconds of its lane's last turn, or of the credit's beginning, if that is later
     * @param number which arrival it is
     */
    private record Waiting(InLane one, long since, long number) implements Comparable<Waiting> {
        @Override
        public int compareTo(Waiting other) {
            return since == other.since ? Long.compare(number, other.number) : Long.signum(since - other.since);
        }
    }

    GlobalQueue(RateLimits limits, Turns turns, InstantSource clock, Consumer<InLane> go, Consumer<InLane> expire) {
        this.limits = limits;
        this.turns = turns;
        this.clock = clock;
        this.go = go;
        this.expire = expire;
    }

    void pass(InLane one) {
        add(one);
        pump();
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
        long rested = Math.min(CREDIT.toNanos(), one.lane().restedFor(now));
        waiting.add(new Waiting(one, now - rested, arrivals++));
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
            InLane head = waiting.element().one();
            if (head.pending().expired(clock.instant())) {
                waiting.remove();
                expire.accept(head);
                continue;
            }
            asking = true;
            turns.onceAnswered(
                    limits.takeGlobal(),
                    new RateLimits.Leave.Granted(),
                    leave -> {
                        switch (leave) {
                            case RateLimits.Leave.Granted() -> {
                                asking = false;
                                Waiting next = waiting.poll();
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

    private void again(Duration delay) {
        turns.after(delay, () -> {
            asking = false;
            pump();
        });
    }
}
