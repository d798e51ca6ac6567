package dev.warren.gateway.sharing;

import dev.warren.gateway.rest.SharedRefusals;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/** Refusals in Redis. It is asked only when Discord has refused something, which is rare, or else about to be stopped. */
final class RefusalsInRedis implements SharedRefusals {
    private static final Logger LOG = Logger.getLogger(RefusalsInRedis.class);
    /** Source: Discord's documentation, "Invalid Request Limit". */
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private static final String ALL = "discord:invalid";
    private static final int KEPT = 100;

    private final Scripts scripts;
    private final String instance;
    private final AtomicLong count = new AtomicLong();

    /** @param instance a name that no other process has */
    RefusalsInRedis(Scripts scripts, String instance) {
        this.scripts = scripts;
        this.instance = instance;
    }

    @Override
    public Future<Known> refused(Optional<String> cause, List<Integer> counts) {
        var keys = new ArrayList<String>(2);
        keys.add(ALL);
        cause.ifPresent(known -> keys.add(key(known)));
        Uni<List<Long>> asked = scripts.refused(
                keys, instance + ":" + count.incrementAndGet(), WINDOW.toMillis() * 1_000, KEPT, counts);
        return Future.fromCompletionStage(asked.map(RefusalsInRedis::known).subscribeAsCompletionStage());
    }

    private static Known known(List<Long> answer) {
        return new Known(
                Math.toIntExact(answer.getFirst()),
                answer.stream()
                        .skip(1)
                        .map(micros -> micros < 0
                                ? Optional.<Duration>empty()
                                : Optional.of(Duration.of(micros, ChronoUnit.MICROS)))
                        .toList());
    }

    @Override
    public void worked(String cause) {
        scripts.forget(key(cause))
                .subscribe()
                .with(
                        _ -> {},
                        failure -> LOG.debugf(
                                "cause not forgotten error=%s",
                                failure.getClass().getName()));
    }

    private static String key(String cause) {
        return ALL + ":" + cause;
    }
}
