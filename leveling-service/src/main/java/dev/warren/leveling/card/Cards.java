package dev.warren.leveling.card;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.OnContext;
import dev.warren.runtime.redis.Files;
import dev.warren.schemas.bot.FileRef;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Cards as files for messages. A card is drawn once, on threads of its own, and kept until its face changes: its bytes lie in Redis, so
 * that neither records nor the database carry them. Where a card cannot be had in time there is none, and the caller has its text.
 */
@ApplicationScoped
public class Cards {
    private static final Logger LOG = Logger.getLogger(Cards.class);

    private final CardConfig config;
    private final Avatars avatars;
    private final Files files;
    private final MeterRegistry meters;
    private final Cache<Object, FileRef> kept;
    private final Map<Object, CompletableFuture<FileRef>> underWay = new ConcurrentHashMap<>();
    private final AtomicInteger busy = new AtomicInteger();
    private final PerSecond rate;
    private final ExecutorService pool;
    private volatile Optional<Drawing> drawing = Optional.empty();

    Cards(CardConfig config, RuntimeConfig runtime, Avatars avatars, Files files, MeterRegistry meters) {
        this.config = config;
        this.avatars = avatars;
        this.files = files;
        this.meters = meters;
        this.rate = new PerSecond(config.perSecond());
        this.kept = Caffeine.newBuilder()
                .maximumSize(config.cached())
                // while its bytes are sure to lie in Redis for as long as an answer may take
                .expireAfterWrite(runtime.records().claims().dividedBy(2))
                .build();
        // what waits is counted before it comes here
        this.pool = new ThreadPoolExecutor(
                config.threads(), config.threads(), 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    var thread = new Thread(task, "cards");
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** The fonts take a while, so they are there before the first card. */
    void start(@Observes StartupEvent event) {
        if (config.enabled()) {
            pool.execute(() -> {
                try {
                    drawing();
                } catch (RuntimeException | LinkageError | InternalError e) {
                    LOG.errorf(e, "no cards can be drawn here, text alone is sent");
                }
            });
        }
    }

    void stop(@Observes ShutdownEvent event) {
        pool.shutdownNow();
    }

    /**
     * The card of a face; none where cards are off, too many are being drawn, or this one takes too long or fails. It never fails.
     *
     * @param alt the same in words, for those who cannot see it; part of what makes a card the same
     */
    public Uni<Optional<FileRef>> of(Face face, String alt) {
        return picture(
                face,
                () -> face.avatar()
                        .map(hash -> avatars.find(face.member(), hash))
                        .orElseGet(() -> CompletableFuture.completedFuture(Optional.empty()))
                        .thenApplyAsync(avatar -> drawing().png(face, avatar), pool),
                "rank.png",
                alt);
    }

    /** The picture of a chart, in the same way. */
    public Uni<Optional<FileRef>> of(Chart chart, String alt) {
        return picture(
                chart, () -> CompletableFuture.supplyAsync(() -> drawing().png(chart), pool), "statistics.png", alt);
    }

    /** @param shown what is the same for the same picture */
    private Uni<Optional<FileRef>> picture(
            Object shown, Supplier<CompletableFuture<byte[]>> drawn, String name, String alt) {
        var known = kept.getIfPresent(shown);
        if (known != null) {
            return counted("cached", Optional.of(known));
        }
        if (!config.enabled()) {
            return counted("off", Optional.empty());
        }
        var here = OnContext.executor();
        var waited = Optional.ofNullable(underWay.get(shown));
        if (waited.isEmpty() && (busy.get() >= config.threads() + config.queue() || !rate.take(System.nanoTime()))) {
            return counted("busy", Optional.empty());
        }
        var card = waited.orElseGet(() -> begin(shown, drawn, name, alt));
        return Uni.createFrom()
                // who no longer waits cancels the copy; the card itself is for whoever asks next
                .completionStage(card::copy)
                .map(Optional::of)
                .ifNoItem()
                .after(config.patience())
                .recoverWithItem(() -> count("late"))
                .onFailure()
                .recoverWithItem(() -> count("failed"))
                .emitOn(here);
    }

    private CompletableFuture<FileRef> begin(
            Object shown, Supplier<CompletableFuture<byte[]>> drawn, String name, String alt) {
        busy.incrementAndGet();
        var card = guarded(drawn)
                .thenCompose(png -> files.keep(name, "image/png", alt, png).subscribeAsCompletionStage());
        underWay.put(shown, card);
        card.whenComplete((file, failure) -> {
            busy.decrementAndGet();
            underWay.remove(shown);
            if (failure == null) {
                kept.put(shown, file);
                count("drawn");
            } else {
                // the name is in no message of it
                LOG.warnf("no card was drawn error=%s", failure.getClass().getName());
            }
        });
        return card;
    }

    private static <T> CompletableFuture<T> guarded(Supplier<CompletableFuture<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private synchronized Drawing drawing() {
        if (drawing.isEmpty()) {
            drawing = Optional.of(new Drawing());
        }
        return drawing.get();
    }

    private Uni<Optional<FileRef>> counted(String outcome, Optional<FileRef> card) {
        count(outcome);
        return Uni.createFrom().item(card);
    }

    private Optional<FileRef> count(String outcome) {
        meters.counter("warren.cards", "outcome", outcome).increment();
        return Optional.empty();
    }
}
