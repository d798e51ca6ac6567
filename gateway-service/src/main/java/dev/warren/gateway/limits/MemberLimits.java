package dev.warren.gateway.limits;

import dev.warren.gateway.limits.LimitStore.Change;
import dev.warren.gateway.limits.LimitStore.Reply;
import dev.warren.gateway.limits.LimitVerdict.Beyond;
import dev.warren.gateway.limits.LimitVerdict.Within;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Cooldowns and buckets for whoever uses commands: taken from all or from none, exactly, whatever instance asks. Bucket4j reckons here,
 * Redis compares and sets; a state that is remembered from the last time saves the round trip that would ask for it.
 */
@ApplicationScoped
class MemberLimits implements UseLimits {
    private static final Logger LOG = Logger.getLogger(MemberLimits.class);
    /** Is no state of a bucket, so the script answers with the true ones. */
    private static final byte[] NOT_KNOWN = {'?'};

    private final LimitStore store;
    private final LimitsConfig config;
    private final MeterRegistry meters;
    private final TokenBucket user;
    private final TokenBucket guild;
    private final TokenBucket command;
    private final RememberedStates remembered;
    private final LaneByKey lanes = new LaneByKey();
    private volatile long restUntil = System.nanoTime();

    MemberLimits(LimitStore store, LimitsConfig config, MeterRegistry meters) {
        this.store = store;
        this.config = config;
        this.meters = meters;
        this.user = new TokenBucket(
                config.user().burst(), config.user().uses(), config.user().per());
        this.guild = new TokenBucket(
                config.guild().burst(), config.guild().uses(), config.guild().per());
        this.command = new TokenBucket(
                config.command().burst(),
                config.command().uses(),
                config.command().per());
        this.remembered = new RememberedStates(config.remembered());
        for (var limit : Limit.values()) {
            refusals(limit);
        }
    }

    private record Bucket(Limit limit, String key, TokenBucket rule) {}

    /** While Redis is away everything passes, and is counted as unchecked. */
    @Override
    public CompletionStage<LimitVerdict> take(Use use) {
        long started = System.nanoTime();
        if (started - restUntil < 0) {
            measure("unchecked", started);
            return CompletableFuture.completedFuture(new Within());
        }
        return lanes.add(use.place(), () -> attempt(use, buckets(use), false, config.attempts()))
                .orTimeout(config.patience().toMillis(), TimeUnit.MILLISECONDS)
                .handle((verdict, failure) -> {
                    if (failure == null) {
                        measure(verdict instanceof Beyond ? "beyond" : "within", started);
                        return verdict;
                    }
                    unchecked(failure, started);
                    return new Within();
                });
    }

    private List<Bucket> buckets(Use use) {
        var buckets = new ArrayList<Bucket>(3);
        buckets.add(new Bucket(Limit.USER, "user:" + use.user(), user));
        use.guild().ifPresent(id -> {
            buckets.add(new Bucket(Limit.GUILD, "guild:" + id, guild));
            buckets.add(new Bucket(Limit.COMMAND, "command:" + id + ":" + use.command(), command));
        });
        return buckets;
    }

    /** @param asked whether the remembered states have just come from Redis, so that a refusal by them stands */
    private CompletableFuture<LimitVerdict> attempt(Use use, List<Bucket> buckets, boolean asked, int left) {
        if (left == 0) {
            return CompletableFuture.failedFuture(new IllegalStateException("other instances were always quicker"));
        }
        var changes = new ArrayList<Change>(buckets.size());
        Optional<Beyond> beyond = Optional.empty();
        for (var bucket : buckets) {
            var state = remembered.of(bucket.key());
            var tried = state.map(known -> bucket.rule().take(known, use.at()));
            if (tried.isPresent() && tried.get() instanceof TokenBucket.Tried.Taken(var next, var keep)) {
                changes.add(new Change(bucket.key(), state.get(), next, keep));
            } else {
                changes.add(new Change(bucket.key(), NOT_KNOWN, NOT_KNOWN, Duration.ofMillis(1)));
            }
            if (tried.isPresent() && tried.get() instanceof TokenBucket.Tried.Short(var wait)) {
                beyond = beyond.filter(worse -> worse.delay().compareTo(wait) >= 0)
                        .or(() -> Optional.of(new Beyond(bucket.limit(), wait)));
            }
        }
        return beyond.isPresent() && asked
                ? CompletableFuture.completedFuture(refused(beyond.get()))
                : store.take(use, config.passedFor(), changes)
                        .subscribeAsCompletionStage()
                        .thenCompose(reply -> follow(reply, use, buckets, changes, left));
    }

    private CompletableFuture<LimitVerdict> follow(
            Reply reply, Use use, List<Bucket> buckets, List<Change> changes, int left) {
        return switch (reply) {
            case Reply.Taken _ -> {
                changes.forEach(change -> remembered.is(change.key(), change.next()));
                yield CompletableFuture.completedFuture(new Within());
            }
            case Reply.Again _ -> CompletableFuture.completedFuture(new Within());
            case Reply.Cooling(var wait) ->
                CompletableFuture.completedFuture(refused(new Beyond(Limit.COOLDOWN, wait)));
            case Reply.Other(var states) -> {
                for (int i = 0; i < states.size(); i++) {
                    remembered.is(buckets.get(i).key(), states.get(i));
                }
                yield attempt(use, buckets, true, left - 1);
            }
        };
    }

    private Beyond refused(Beyond beyond) {
        refusals(beyond.limit()).increment();
        return beyond;
    }

    private Counter refusals(Limit limit) {
        return meters.counter("warren.limits.refused", "limit", limit.name());
    }

    private void unchecked(Throwable failure, long started) {
        long now = System.nanoTime();
        if (now - restUntil >= 0) {
            LOG.warnf(
                    "commands pass unchecked for %s error=%s",
                    config.rest(), failure.getClass().getName());
        }
        restUntil = now + config.rest().toNanos();
        measure("unchecked", started);
    }

    private void measure(String outcome, long started) {
        Timer.builder("warren.limits.checks")
                .description("How long it took to know whether a command is within its limits")
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofNanos(50_000))
                .maximumExpectedValue(Duration.ofSeconds(1))
                .register(meters)
                .record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
    }
}
