package dev.warren.gateway.rest;

import dev.warren.gateway.backoff.Backoff;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/**
 * The client on Vert.x' WebClient. Everything but {@link #send} runs on one event loop, so nothing is locked: a request waits in the lane
 * of its bucket, then for the limit over all requests, then is sent.
 */
public final class VertxDiscordRest implements DiscordRest {
    private final RestSettings settings;
    private final RateLimits limits;
    private final RestObserver observer;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Turns turns;
    private final HttpExchange http;
    private final Backoff backoff;
    private final Lanes lanes;
    private final InvalidBudget invalid;
    private final AtomicInteger open = new AtomicInteger();
    private final GlobalQueue global;
    private final Entrance entrance;
    private final Promise<Void> closed = Promise.promise();
    private volatile boolean closing;

    /** Makes a client with a pool of connections of its own. */
    public VertxDiscordRest(
            Vertx vertx,
            RestSettings settings,
            RateLimits limits,
            RestObserver observer,
            InstantSource clock,
            RandomGenerator random) {
        this.settings = settings;
        this.limits = limits;
        this.observer = observer;
        this.clock = clock;
        this.random = random;
        this.turns = new Turns(vertx);
        this.global =
                new GlobalQueue(limits, settings.limits().globalPerSecond(), turns, clock, this::attempt, this::expire);
        this.entrance = new Entrance(limits, turns, global, this::attempt, this::pump);
        this.http = new HttpExchange(vertx, settings);
        this.backoff = new Backoff(
                settings.retries().backoffFirst(), settings.retries().backoffMax());
        this.lanes = new Lanes(settings.limits().maxBuckets());
        this.invalid = new InvalidBudget(clock, settings.limits().maxBuckets(), limits.refusals());
    }

    @Override
    public Future<RestOutcome> send(RestRequest request) {
        int others = open.getAndIncrement();
        Pending pending = new Pending(request, System.nanoTime());
        if (others >= settings.limits().maxWaiting()) {
            turns.run(() -> finish(pending, new RestOutcome.Overloaded(others)));
        } else {
            turns.run(() -> accept(pending));
        }
        return pending.promise.future();
    }

    @Override
    public InvalidRequests invalidRequests() {
        return invalid;
    }

    @Override
    public int waiting() {
        return open.get();
    }

    @Override
    public Future<Void> close() {
        closing = true;
        turns.run(() -> {
            List<Pending> dropped = new ArrayList<>();
            lanes.forEach(lane -> {
                dropped.addAll(lane.waiting);
                lane.waiting.clear();
            });
            global.drain().forEach(one -> dropped.add(one.pending()));
            dropped.forEach(pending -> finish(pending, pending.givenUp("closing", System.nanoTime())));
            closeWhenIdle();
        });
        return closed.future();
    }

    private void accept(Pending pending) {
        if (closing) {
            finish(pending, new RestOutcome.Unavailable("closing", 0));
            return;
        }
        Lane lane = lanes.of(pending.request.target());
        if (lane.waiting.size() >= settings.limits().maxWaitingPerBucket()) {
            finish(pending, new RestOutcome.Overloaded(lane.waiting.size()));
            return;
        }
        lane.waiting.add(pending);
        pump(lane);
    }

    private void pump(Lane lane) {
        while (lane.mayAsk()) {
            Pending head = lane.waiting.element();
            if (head.expired(clock.instant())) {
                lane.waiting.remove();
                finish(head, head.expiredOutcome(System.nanoTime()));
                continue;
            }
            // What was begun may stand, so its end is not the last one's.
            Optional<RestOutcome> stopped =
                    head.attempts > 0 ? Optional.empty() : invalid.stopped(head.request.target());
            if (stopped.isPresent()) {
                lane.waiting.remove();
                observer.heldBack(head.request.target().route());
                finish(head, stopped.get());
                continue;
            }
            entrance.ask(lane, head);
        }
    }

    private void expire(InLane one) {
        leave(one, one.pending().expiredOutcome(System.nanoTime()));
    }

    private void attempt(InLane one) {
        Pending pending = one.pending();
        long now = System.nanoTime();
        pending.sending(now);
        one.lane().hadItsTurn(now);
        http.send(pending.request).onSuccess(answer -> {
            if (!Entrance.isExempt(pending)) {
                limits.answeredGlobal();
            }
            judge(one, answer);
        });
    }

    private void judge(InLane sent, Answer answer) {
        switch (answer) {
            case Answer.Answered answered -> judgeAnswered(learn(sent, answered), answered);
            case Answer.NotSent(String why) -> again(sent, why, true);
            case Answer.NoAnswer(String why) -> {
                sent.pending().becameUnclear();
                again(sent, why, sent.pending().request.repeatable() != Repeatable.NEVER);
            }
        }
    }

    private void judgeAnswered(InLane one, Answer.Answered answered) {
        int status = answered.status();
        Pending pending = one.pending();
        RestRoute route = pending.request.target().route();
        observer.answered(route, status, Duration.ofNanos(System.nanoTime() - pending.attemptNanos));
        if (status >= 200 && status < 300) {
            invalid.worked(pending.request.target());
            leave(one, new RestOutcome.Posted(status, answered.body()));
        } else if (status == 429) {
            rateLimited(one, answered);
        } else if (status >= 500) {
            pending.becameUnclear();
            again(one, "status " + status, pending.request.repeatable() != Repeatable.NEVER);
        } else {
            RestOutcome refused = answered.refused();
            if (status == 401 || status == 403) {
                invalid.count(pending.request.target(), status, refused);
            }
            leave(one, refused);
        }
    }

    private InLane learn(InLane sent, Answer.Answered answered) {
        if (answered.bucket().isEmpty()) {
            return sent;
        }
        Lane lane = lanes.learn(
                sent.pending().request.target(), sent.lane(), answered.bucket().get());
        answered.reading().ifPresent(reading -> {
            limits.observe(lane.bucket, reading, sent.lane().others());
            lane.known = true;
        });
        if (lane != sent.lane()) {
            sent.lane().end(sent.pending());
            lane.begin(sent.pending());
            lane.hadItsTurn(sent.pending().attemptNanos);
        }
        return new InLane(sent.pending(), lane);
    }

    private void rateLimited(InLane one, Answer.Answered answered) {
        Duration wait = answered.retryAfter();
        RateLimitScope scope = answered.scope();
        observer.rateLimited(one.pending().request.target().route(), scope, wait);
        limits.pause(one.lane().bucket, wait);
        if (scope == RateLimitScope.GLOBAL || scope == RateLimitScope.NETWORK) {
            limits.pauseAll(wait);
        }
        // What other bots caused Discord does not count.
        if (scope != RateLimitScope.SHARED) {
            invalid.count(one.pending().request.target(), 429, new RestOutcome.Overloaded(0));
        }
        if (++one.pending().rateLimited > settings.retries().maxRateLimited()) {
            leave(one, one.pending().givenUp("rate limited", System.nanoTime()));
        } else {
            one.pending().attempts--;
            rejoin(one);
        }
    }

    /** Makes another attempt after a while. The request keeps its place meanwhile: ordered ones behind it wait. */
    private void again(InLane one, String why, boolean allowed) {
        Pending pending = one.pending();
        if (!allowed || pending.attempts >= settings.retries().maxAttempts()) {
            leave(one, pending.givenUp(why, System.nanoTime()));
            return;
        }
        Duration delay = backoff.after(pending.attempts, random);
        observer.repeated(pending.request.target().route(), why, delay);
        turns.after(delay, () -> rejoin(one));
    }

    private void rejoin(InLane one) {
        one.lane().end(one.pending());
        if (closing) {
            finish(one.pending(), one.pending().givenUp("closing", System.nanoTime()));
        } else {
            one.lane().waiting.addFirst(one.pending());
        }
        pump(one.lane());
    }

    private void leave(InLane one, RestOutcome outcome) {
        one.lane().end(one.pending());
        finish(one.pending(), outcome);
        pump(one.lane());
    }

    private void finish(Pending pending, RestOutcome outcome) {
        open.decrementAndGet();
        long now = System.nanoTime();
        observer.ended(
                pending.request.target().route(),
                outcome,
                Duration.ofNanos(now - pending.acceptedNanos),
                pending.waited(now));
        pending.promise.complete(outcome);
        if (closing) {
            turns.run(() -> closeWhenIdle());
        }
    }

    private void closeWhenIdle() {
        if (open.get() == 0 && closed.tryComplete()) {
            http.close();
        }
    }
}
