package dev.warren.gateway.rest;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Requests that their buckets have let pass, waiting for the limit over all requests, first come, first served. */
final class GlobalQueue {
    private final RateLimits limits;
    private final Turns turns;
    private final InstantSource clock;
    private final Consumer<InLane> go;
    private final Consumer<InLane> expire;
    private final Deque<InLane> waiting = new ArrayDeque<>();
    private boolean asking;

    GlobalQueue(RateLimits limits, Turns turns, InstantSource clock, Consumer<InLane> go, Consumer<InLane> expire) {
        this.limits = limits;
        this.turns = turns;
        this.clock = clock;
        this.go = go;
        this.expire = expire;
    }

    void pass(InLane one) {
        waiting.add(one);
        pump();
    }

    /** Likewise, when it is known that there is no place before the delay is over. */
    void passAfter(Duration delay, InLane one) {
        waiting.add(one);
        if (!asking) {
            asking = true;
            again(delay);
        }
    }

    /** Whether nobody waits, so that nobody is overtaken by who asks for a place elsewhere. */
    boolean isIdle() {
        return waiting.isEmpty() && !asking;
    }

    List<InLane> drain() {
        List<InLane> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }

    private void pump() {
        while (!asking && !waiting.isEmpty()) {
            InLane head = waiting.element();
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
                                InLane next = waiting.poll();
                                if (next != null) {
                                    go.accept(next);
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
