package dev.warren.runtime.timers;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.runtime.trouble.Waiting;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks for due timers just when one is due: it asks for the next one and sleeps until then, at most for the configured pause, in which
 * another instance may have scheduled an earlier one and died.
 */
@ApplicationScoped
class TimerPoller {
    private static final Logger LOG = Logger.getLogger(TimerPoller.class);
    /** Timers of Vert.x count whole milliseconds from 1. */
    private static final long SHORTEST_MILLIS = 1;

    private static final Duration BUSY = Duration.ofMillis(50);
    /** How long the transaction may take that stores a timer which is due at once; whoever takes longer waits for the next look. */
    private static final Duration COMMIT = Duration.ofSeconds(2);

    private final RuntimeConfig config;
    private final DueTimers due;
    private final Readiness readiness;
    private final Waiting waiting;
    private final InstantSource clock;
    private final Vertx vertx;

    private Instant wakesAt = Instant.MAX;
    private Optional<Long> alarm = Optional.empty();
    private Instant looksOftenUntil = Instant.MIN;
    private boolean looking;
    private boolean missed;
    private boolean runs;

    TimerPoller(
            RuntimeConfig config,
            DueTimers due,
            Readiness readiness,
            Waiting waiting,
            InstantSource clock,
            Vertx vertx) {
        this.config = config;
        this.due = due;
        this.readiness = readiness;
        this.waiting = waiting;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        if (config.train() || !config.timers().enabled()) {
            return;
        }
        readiness.whenReady().subscribe().with(_ -> begin(), failure -> LOG.debug("timers not begun", failure));
    }

    private synchronized void begin() {
        runs = true;
        sleepUntil(clock.instant());
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        runs = false;
        alarm.ifPresent(vertx::cancelTimer);
    }

    /** A timer is about to be stored that is due then. */
    synchronized void expect(Instant dueAt) {
        var now = clock.instant();
        if (dueAt.isBefore(now.plus(COMMIT))) {
            looksOftenUntil = now.plus(COMMIT);
        }
        if (runs && dueAt.isBefore(wakesAt)) {
            sleepUntil(dueAt);
        }
    }

    private void sleepUntil(Instant time) {
        alarm.ifPresent(vertx::cancelTimer);
        wakesAt = time;
        long millis = Math.max(
                SHORTEST_MILLIS, Duration.between(clock.instant(), time).toMillis() + 1);
        alarm = Optional.of(vertx.setTimer(millis, _ -> look()));
    }

    private synchronized void look() {
        // the alarm has rung, whatever comes of it: a time that stays behind would keep every later one from being set
        wakesAt = Instant.MAX;
        alarm = Optional.empty();
        if (looking || !runs) {
            missed = true;
            return;
        }
        looking = true;
        missed = false;
        waiting.outage(this::publishAll)
                .chain(() -> waiting.outage(due::next))
                .subscribe()
                .with(this::looked, failure -> {
                    LOG.errorf(failure, "timers could not be published");
                    looked(Optional.empty());
                });
    }

    private Uni<Void> publishAll() {
        return Uni.createFrom()
                .deferred(() -> due.publish(clock.instant()))
                .repeat()
                .whilst(published -> published >= config.timers().batch())
                .collect()
                .last()
                .replaceWithVoid();
    }

    private synchronized void looked(Optional<Instant> next) {
        looking = false;
        if (!runs) {
            return;
        }
        var now = clock.instant();
        var latest = now.plus(config.timers().poll());
        var soonest = next.filter(latest::isAfter).orElse(latest);
        if (missed || now.isBefore(looksOftenUntil) || !soonest.isAfter(now)) {
            // not committed yet, or due and in another instance's hands: soon, but not at once
            soonest = now.plus(BUSY);
        }
        if (soonest.isBefore(wakesAt)) {
            sleepUntil(soonest);
        }
    }
}
