package dev.warren.embed.fetching;

import dev.warren.embed.EmbedConfig;
import dev.warren.runtime.events.OnContext;
import io.smallrye.mutiny.Uni;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Fetches within limits: each redirect is a request of its own, guarded like the first. */
final class GuardedFetcher implements Fetcher, AutoCloseable {
    private static final Duration IDLE = Duration.ofSeconds(20);
    /** Beyond the limit of time, for what counts it itself. */
    private static final Duration GRACE = Duration.ofMillis(250);

    private static final Duration SHORTEST_WAIT = Duration.ofMillis(5);

    private final EmbedConfig.Fetching config;
    private final GuardedClient client;
    private final HostLimits limits;
    private final InstantSource clock;
    private final ThreadPoolExecutor threads;

    GuardedFetcher(
            EmbedConfig.Fetching config,
            Guard guard,
            Dns names,
            UnaryOperator<InetSocketAddress> wire,
            HostLimits limits,
            InstantSource clock) {
        this.config = config;
        this.client = new GuardedClient(config, guard, names, wire);
        this.limits = limits;
        this.clock = clock;
        var count = new AtomicInteger();
        this.threads = new ThreadPoolExecutor(
                config.concurrency(),
                config.concurrency(),
                IDLE.toSeconds(),
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(config.queue()),
                work -> Thread.ofPlatform()
                        .name("fetch-" + count.incrementAndGet())
                        .daemon()
                        .unstarted(work));
        threads.allowCoreThreadTimeOut(true);
    }

    @Override
    public Uni<Fetched> get(FetchRequest request) {
        var address = parse(request.address());
        if (address == null) {
            return Uni.createFrom().item(new Fetched.Refused("malformed", "no address of the web"));
        }
        var here = OnContext.executor();
        return Uni.createFrom()
                .deferred(() -> {
                    var until = clock.instant().plus(config.timeout());
                    return follow(address, request, request.headers(), 0, until);
                })
                .ifNoItem()
                .after(config.timeout().plus(GRACE))
                .recoverWithItem(new Fetched.Failed("timeout"))
                .onFailure()
                .recoverWithItem(failure -> new Fetched.Failed("internal"))
                .emitOn(here);
    }

    private Uni<Fetched> follow(
            HttpUrl address, FetchRequest request, Map<String, String> headers, int followed, Instant until) {
        return leave(address.host(), until)
                .chain(granted -> granted
                        ? onThread(address, request, headers, until)
                        : Uni.createFrom().item(GuardedClient.failed("host-limit")))
                .chain(hop -> switch (hop) {
                    case Hop.End(var fetched) -> Uni.createFrom().item(fetched);
                    case Hop.Onwards _
                    when followed >= config.redirects() ->
                        Uni.createFrom()
                                .item(new Fetched.Refused(
                                        "redirects", "more than " + config.redirects() + " redirects"));
                    case Hop.Onwards(var next) ->
                        // what was meant for one host, such as a key, is no other host's
                        follow(
                                next,
                                request,
                                next.host().equals(address.host()) && next.isHttps() == address.isHttps()
                                        ? headers
                                        : Map.of(),
                                followed + 1,
                                until);
                });
    }

    private Uni<Boolean> leave(String host, Instant until) {
        return limits.take(host).chain(wait -> {
            if (wait.isZero()) {
                return Uni.createFrom().item(true);
            }
            var pause = wait.compareTo(SHORTEST_WAIT) < 0 ? SHORTEST_WAIT : wait;
            return clock.instant().plus(pause).isAfter(until)
                    ? Uni.createFrom().item(false)
                    : Uni.createFrom().voidItem().onItem().delayIt().by(pause).chain(() -> leave(host, until));
        });
    }

    private Uni<Hop> onThread(HttpUrl address, FetchRequest request, Map<String, String> headers, Instant until) {
        return Uni.createFrom().emitter(emitter -> {
            try {
                threads.execute(() -> {
                    try {
                        var left = Duration.between(clock.instant(), until);
                        emitter.complete(client.ask(address, request, headers, left));
                    } catch (RuntimeException e) {
                        emitter.fail(e);
                    }
                });
            } catch (RejectedExecutionException full) {
                emitter.complete(GuardedClient.failed("busy"));
            }
        });
    }

    private static @Nullable HttpUrl parse(URI address) {
        return HttpUrl.parse(address.toString());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
