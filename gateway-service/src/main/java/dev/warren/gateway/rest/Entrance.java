package dev.warren.gateway.rest;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/** Where a lane's next request asks the limits whether it may go. Touched on the client's context only. */
final class Entrance {
    private final RateLimits limits;
    private final Turns turns;
    private final GlobalQueue global;
    private final Consumer<InLane> go;
    private final Consumer<Lane> pump;

    /** @param pump lets the next of a lane ask */
    Entrance(RateLimits limits, Turns turns, GlobalQueue global, Consumer<InLane> go, Consumer<Lane> pump) {
        this.limits = limits;
        this.turns = turns;
        this.global = global;
        this.go = go;
        this.pump = pump;
    }

    /** Whether it needs a place of its bucket alone. */
    static boolean isExempt(Pending pending) {
        return pending.request.target().route().exemptFromGlobalLimit();
    }

    /** Asks for the head of the lane; once for both limits, unless it would overtake those who wait for the limit over all requests. */
    void ask(Lane lane, Pending head) {
        lane.asking = true;
        if (isExempt(head) || !global.isIdle()) {
            turns.onceAnswered(
                    limits.take(lane.bucket),
                    new RateLimits.Leave.Granted(),
                    leave -> answered(lane, leave),
                    () -> pump.accept(lane));
        } else {
            turns.onceAnswered(
                    limits.takeBoth(lane.bucket),
                    new RateLimits.Pass.Both(),
                    pass -> answered(lane, pass),
                    () -> pump.accept(lane));
        }
    }

    private void answered(Lane lane, RateLimits.Leave leave) {
        switch (leave) {
            case RateLimits.Leave.Granted() ->
                begun(lane).ifPresent(one -> {
                    if (isExempt(one.pending())) {
                        go.accept(one);
                    } else {
                        global.pass(one);
                    }
                });
            case RateLimits.Leave.Later(Duration delay) -> later(lane, delay);
        }
    }

    private void answered(Lane lane, RateLimits.Pass pass) {
        switch (pass) {
            case RateLimits.Pass.Both() -> begun(lane).ifPresentOrElse(go, limits::answeredGlobal);
            case RateLimits.Pass.BucketOnly(Duration delay) ->
                begun(lane).ifPresent(one -> global.passAfter(delay, one));
            case RateLimits.Pass.Neither(Duration delay) -> later(lane, delay);
        }
    }

    /** The next of the lane, if it was not given up meanwhile. */
    private static Optional<InLane> begun(Lane lane) {
        lane.asking = false;
        return Optional.ofNullable(lane.waiting.poll()).map(next -> {
            lane.begin(next);
            return new InLane(next, lane);
        });
    }

    private void later(Lane lane, Duration delay) {
        turns.after(delay, () -> {
            lane.asking = false;
            pump.accept(lane);
        });
    }
}
