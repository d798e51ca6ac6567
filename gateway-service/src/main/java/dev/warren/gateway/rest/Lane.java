package dev.warren.gateway.rest;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The requests of one bucket. Touched on the client's context only. */
final class Lane {
    final RateLimits.BucketId bucket;
    final Deque<Pending> waiting = new ArrayDeque<>();

    /** Whether an answer has told the bucket's limit; until then one request goes at a time. */
    boolean known;

    /** Whether leave has been asked for, or a timer will ask again. */
    boolean asking;

    private int underWay;
    private int orderedUnderWay;
    private boolean hadATurn;
    private long lastTurn;

    Lane(RateLimits.BucketId bucket) {
        this.bucket = bucket;
    }

    boolean mayAsk() {
        Pending head = waiting.peek();
        return head != null && !asking && (known || underWay == 0) && !(head.request.ordered() && orderedUnderWay > 0);
    }

    void begin(Pending pending) {
        underWay++;
        orderedUnderWay += pending.request.ordered() ? 1 : 0;
    }

    void end(Pending pending) {
        underWay--;
        orderedUnderWay -= pending.request.ordered() ? 1 : 0;
    }

    /** How long ago the last request of it was sent; empty when none was. */
    Optional<Duration> restedFor(long now) {
        return hadATurn ? Optional.of(Duration.ofNanos(now - lastTurn)) : Optional.empty();
    }

    /** A request of it is sent. */
    void hadItsTurn(long now) {
        hadATurn = true;
        lastTurn = now;
    }

    /** How many are under way beside one. */
    int others() {
        return Math.max(0, underWay - 1);
    }

    boolean idle() {
        return waiting.isEmpty() && underWay == 0 && !asking;
    }
}
