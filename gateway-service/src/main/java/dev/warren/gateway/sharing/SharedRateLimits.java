package dev.warren.gateway.sharing;

import dev.warren.gateway.rest.InProcessRateLimits;
import dev.warren.gateway.rest.RateLimits;
import dev.warren.gateway.rest.RestSettings;
import dev.warren.gateway.rest.SharedRefusals;
import dev.warren.runtime.redis.Redis;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Discord's limits as all instances share them. What is learnt is kept in the process too, and counts alone while Redis is away. Buckets of
 * a token, which only the instance that has the interaction uses, stay in the process always.
 */
public final class SharedRateLimits implements RateLimits {
    private static final Logger LOG = Logger.getLogger(SharedRateLimits.class);
    /** For how long Redis is not asked after it has failed. */
    private static final Duration REST = Duration.ofSeconds(1);
    /** A bucket's state is kept for so long beyond its reset, because its length is worth remembering. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final String EVERYTHING = "discord:all";
    private static final List<String> GLOBAL = List.of("discord:under-way", "discord:answered", EVERYTHING);
    /** Which place of the process' own limit a request has when Redis gave none. */
    private static final String OWN = "";

    private final InProcessRateLimits own;
    private final RestSettings.Limits settings;
    private final Scripts scripts;
    private final SharedRefusals refusals;
    private final String instance;
    private final AtomicLong count = new AtomicLong();
    private final Deque<String> underWay = new ArrayDeque<>();
    private final Timer shared;
    private final Timer alone;
    private volatile long restUntil = System.nanoTime();

    /** @param instance a name that no other process has */
    public SharedRateLimits(RestSettings.Limits settings, Redis redis, String instance, MeterRegistry meters) {
        this.own = new InProcessRateLimits(settings, System::nanoTime);
        this.settings = settings;
        this.scripts = new Scripts(redis);
        this.refusals = new RefusalsInRedis(scripts, instance);
        this.instance = instance;
        this.shared = timer(meters, "redis");
        this.alone = timer(meters, "process");
        Gauge.builder("warren.discord.buckets", own, InProcessRateLimits::buckets)
                .description("Buckets of Discord's limits that are known here")
                .register(meters);
    }

    private static Timer timer(MeterRegistry meters, String by) {
        return Timer.builder("warren.discord.limits")
                .description("How long it took to ask whether a request to Discord may go")
                .tag("by", by)
                .register(meters);
    }

    @Override
    public Future<Leave> take(BucketId bucket) {
        return isShared(bucket)
                ? asked(() -> scripts.takeBucket(key(bucket)).map(SharedRateLimits::leave), () -> own.take(bucket))
                : own.take(bucket);
    }

    @Override
    public Future<Leave> takeGlobal(int left) {
        var place = nextPlace();
        long patience = micros(settings.globalPatience());
        return asked(
                () -> scripts.takeGlobal(GLOBAL, settings.globalPerSecond() - left, patience, place)
                        .map(SharedRateLimits::leave)
                        .invoke(leave -> begun(leave instanceof Leave.Granted, place)),
                () -> own.takeGlobal(left).onSuccess(leave -> begun(leave instanceof Leave.Granted, OWN)));
    }

    @Override
    public Future<Pass> takeBoth(BucketId bucket) {
        if (!isShared(bucket)) {
            return own.take(bucket).compose(leave -> switch (leave) {
                case Leave.Later(var delay) -> Future.succeededFuture(new Pass.Neither(delay));
                case Leave.Granted _ -> takeGlobal(0).map(SharedRateLimits::withBucket);
            });
        }
        var place = nextPlace();
        return asked(
                () -> scripts.takeBoth(
                                key(bucket),
                                GLOBAL,
                                settings.globalPerSecond(),
                                micros(settings.globalPatience()),
                                place)
                        .map(SharedRateLimits::pass)
                        .invoke(pass -> begun(pass instanceof Pass.Both, place)),
                () -> own.takeBoth(bucket).onSuccess(pass -> begun(pass instanceof Pass.Both, OWN)));
    }

    private static Pass withBucket(Leave leave) {
        return switch (leave) {
            case Leave.Later(var delay) -> new Pass.BucketOnly(delay);
            case Leave.Granted _ -> new Pass.Both();
        };
    }

    @Override
    public SharedRefusals refusals() {
        return refusals;
    }

    private String nextPlace() {
        return instance + ":" + count.incrementAndGet();
    }

    private void begun(boolean granted, String place) {
        if (granted) {
            synchronized (underWay) {
                underWay.add(place);
            }
        }
    }

    @Override
    public void answeredGlobal() {
        Optional<String> place;
        synchronized (underWay) {
            place = Optional.ofNullable(underWay.poll());
        }
        place.ifPresent(name -> {
            if (name.equals(OWN)) {
                own.answeredGlobal();
            } else {
                tell(() -> scripts.answeredGlobal(GLOBAL.subList(0, 2), name));
            }
        });
    }

    @Override
    public void observe(BucketId bucket, BucketReading reading, int underWay) {
        own.observe(bucket, reading, underWay);
        if (isShared(bucket)) {
            var after = reading.resetAfter().plus(settings.resetMargin());
            tell(() -> scripts.observeBucket(
                    key(bucket),
                    reading.limit(),
                    reading.remaining(),
                    underWay,
                    micros(after),
                    after.plus(KEPT).toMillis()));
        }
    }

    @Override
    public void pause(BucketId bucket, Duration time) {
        own.pause(bucket, time);
        if (isShared(bucket)) {
            pauseShared(key(bucket), time);
        }
    }

    @Override
    public void pauseAll(Duration time) {
        own.pauseAll(time);
        pauseShared(EVERYTHING, time);
    }

    private void pauseShared(String what, Duration time) {
        var most = time.plus(settings.resetMargin());
        tell(() -> scripts.pause(what, micros(most), most.plus(KEPT).toMillis()));
    }

    /** Asks Redis, and when it does not answer the process itself. */
    private <T> Future<T> asked(Supplier<Uni<T>> inRedis, Supplier<Future<T>> here) {
        long started = System.nanoTime();
        if (started - restUntil < 0) {
            alone.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
            return here.get();
        }
        return Future.fromCompletionStage(inRedis.get().subscribeAsCompletionStage())
                .onSuccess(_ -> shared.record(System.nanoTime() - started, TimeUnit.NANOSECONDS))
                .recover(failure -> {
                    away(failure);
                    alone.record(System.nanoTime() - started, TimeUnit.NANOSECONDS);
                    return here.get();
                });
    }

    private void tell(Supplier<Uni<Long>> call) {
        if (System.nanoTime() - restUntil >= 0) {
            call.get().subscribe().with(_ -> {}, this::away);
        }
    }

    private void away(Throwable failure) {
        long now = System.nanoTime();
        if (now - restUntil >= 0) {
            LOG.warnf(
                    "Discord's limits are kept by this process alone for %s error=%s",
                    REST, failure.getClass().getName());
        }
        restUntil = now + REST.toNanos();
    }

    /** The major parameters of a route with a token are an id and the token. */
    private static boolean isShared(BucketId bucket) {
        return bucket.major().indexOf('/') < 0;
    }

    private static String key(BucketId bucket) {
        return "discord:bucket:" + bucket.name() + ":" + bucket.major();
    }

    private static Leave leave(long micros) {
        return micros == 0 ? new Leave.Granted() : new Leave.Later(Duration.of(micros, ChronoUnit.MICROS));
    }

    private static Pass pass(long micros) {
        if (micros == 0) {
            return new Pass.Both();
        }
        var delay = Duration.of(Math.abs(micros), ChronoUnit.MICROS);
        return micros > 0 ? new Pass.Neither(delay) : new Pass.BucketOnly(delay);
    }

    private static long micros(Duration time) {
        return TimeUnit.NANOSECONDS.toMicros(time.toNanos());
    }
}
