package dev.warren.ai.work;

import dev.warren.ai.AiConfig;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Notes jobs and has them done, each on a virtual thread. What an instance that died had begun is done by another one when its lease has
 * run out.
 */
@ApplicationScoped
public class Jobs {
    private static final Logger LOG = Logger.getLogger(Jobs.class);
    /** How long it is looked for a job whose transaction is about to be committed, and the first pause of that. */
    private static final Duration EXPECTED_FOR = Duration.ofSeconds(2);

    private static final long FIRST_PAUSE_MILLIS = 4;

    private final RuntimeConfig runtime;
    private final AiConfig.Work config;
    private final JobStore store;
    private final JobRunner runner;
    private final Readiness readiness;
    private final Semaphore wakes = new Semaphore(0);
    private final Map<String, Running> running = new ConcurrentHashMap<>();
    private volatile long expectedUntil = System.nanoTime();
    private volatile boolean stopping;
    private Optional<Thread> claiming = Optional.empty();

    private record Running(Job job, Thread thread) {}

    Jobs(
            RuntimeConfig runtime,
            AiConfig config,
            JobStore store,
            JobRunner runner,
            Readiness readiness,
            MeterRegistry meters) {
        this.runtime = runtime;
        this.config = config.work();
        this.store = store;
        this.runner = runner;
        this.readiness = readiness;
        meters.gaugeMapSize("warren.ai.jobs", Tags.empty(), running);
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            claiming = Optional.of(Thread.ofVirtual().name("jobs").start(this::claim));
        }
    }

    /** What has begun may end for a while; the rest is given back for others to do. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent event)
            throws InterruptedException {
        stopping = true;
        claiming.ifPresent(Thread::interrupt);
        long giveUpAt = System.nanoTime() + runtime.records().drain().toNanos();
        for (var one : running.values()) {
            one.thread().join(Duration.ofNanos(Math.max(1, giveUpAt - System.nanoTime())));
        }
        for (var one : running.values()) {
            one.thread().interrupt();
            store.release(one.job(), Duration.ZERO, false)
                    .ifNoItem()
                    .after(Duration.ofSeconds(1))
                    .fail()
                    .onFailure()
                    .recoverWithNull()
                    .await()
                    .indefinitely();
        }
    }

    /** Notes a job in the caller's transaction; whether it is new. It begins soon after that is committed. */
    public Uni<Boolean> note(Mutiny.StatelessSession tx, Job job, Optional<GuildId> guild, UserId user) {
        return store.note(tx, job, guild, user).invoke(this::expect);
    }

    /** The same, in a transaction of the reactive client. */
    public Uni<Boolean> note(SqlConnection tx, Job job, Optional<GuildId> guild, UserId user) {
        return JobStore.note(tx, job, guild, user).invoke(this::expect);
    }

    /** How many jobs of a lane are not done yet. */
    public Uni<Long> waiting(Mutiny.StatelessSession tx, String lane) {
        return store.waiting(tx, lane);
    }

    /** Looks for jobs until the transaction that notes one is committed. */
    private void expect() {
        expectedUntil = System.nanoTime() + EXPECTED_FOR.toNanos();
        wakes.release();
    }

    /** Looks for jobs now. */
    public void wake() {
        wakes.release();
    }

    private void claim() {
        var looked = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        while (!stopping) {
            try {
                readiness.whenReady().await().indefinitely();
                int room = config.concurrent() - running.size();
                int found = room > 0 ? claimSome(room) : 0;
                if (System.nanoTime() - looked > config.look().toNanos()) {
                    looked = System.nanoTime();
                    tidy();
                }
                if (found > 0) {
                    pause = FIRST_PAUSE_MILLIS;
                }
                boolean expecting = System.nanoTime() - expectedUntil < 0 && found < room;
                if (wakes.tryAcquire(expecting ? pause : config.look().toMillis(), TimeUnit.MILLISECONDS)) {
                    wakes.drainPermits();
                    pause = FIRST_PAUSE_MILLIS;
                } else {
                    pause = Math.min(pause * 2, config.look().toMillis());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                LOG.warnf("no jobs are claimed for now error=%s", e.getClass().getName());
                pauseAfterFailure();
            }
        }
    }

    private void pauseAfterFailure() {
        try {
            wakes.tryAcquire(runtime.records().longestPause().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int claimSome(int room) {
        var claimed = store.claim(room).await().indefinitely();
        for (var one : claimed) {
            var thread = Thread.ofVirtual().name("job " + one.job().id()).unstarted(() -> run(one));
            running.put(one.job().id().value(), new Running(one.job(), thread));
            thread.start();
        }
        return claimed.size();
    }

    private void run(JobStore.Claimed one) {
        try {
            runner.run(one);
        } finally {
            running.remove(one.job().id().value());
            // the next one of its lane may be free now
            wakes.release();
        }
    }

    private void tidy() {
        store.renew(running.values().stream().map(Running::job).toList())
                .chain(store::forget)
                .await()
                .indefinitely();
    }
}
