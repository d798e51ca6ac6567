package dev.warren.gateway.rest;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Stops what causes invalid requests long before Discord blocks the address, which it does after 10,000 in ten minutes. A cause is a route
 * with its major parameters; for a refused token it is everything that carries the token. At 1 % of Discord's limit a cause is stopped: its
 * requests end as Discord ended the last one, without being sent, until enough of the ten minutes have passed. The more of the limit is used
 * by all causes together, the sooner each is stopped.
 */
final class InvalidBudget implements InvalidRequests {
    /** Source: Discord's documentation, "Invalid Request Limit". */
    private static final int DISCORDS = 10_000;

    private static final long WINDOW_SECONDS = 600;
    private static final int ONE_PERCENT = DISCORDS / 100;
    private static final Cause TOKEN = new Cause("token", "");

    private final InstantSource clock;
    private final InvalidRequestWindow all;
    private final Map<Cause, Refusals> causes;

    /** @param most causes that are remembered */
    InvalidBudget(InstantSource clock, int most) {
        this.clock = clock;
        this.all = new InvalidRequestWindow(clock);
        this.causes = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Cause, Refusals> eldest) {
                return size() > most;
            }
        };
    }

    private record Cause(String route, String major) {
        static Cause of(RestTarget target) {
            return new Cause(target.route().toString(), target.major());
        }
    }

    /** The refusals of one cause in the last ten minutes, the newest of them in full. */
    private static final class Refusals {
        private final Deque<Long> seconds = new ArrayDeque<>();
        private RestOutcome last;

        Refusals(RestOutcome last) {
            this.last = last;
        }

        int since(long second) {
            while (!seconds.isEmpty() && seconds.element() < second) {
                seconds.remove();
            }
            return seconds.size();
        }
    }

    @Override
    public int inLastTenMinutes() {
        return all.inLastTenMinutes();
    }

    /** Notes a refusal that Discord counts: 401, 403, and 429 of any scope but the shared one. */
    synchronized void count(RestTarget target, int status, RestOutcome outcome) {
        all.count();
        var cause = status == 401 && !target.route().carriesToken() ? TOKEN : Cause.of(target);
        var refusals = causes.computeIfAbsent(cause, _ -> new Refusals(outcome));
        refusals.last = outcome;
        refusals.seconds.add(now().getEpochSecond());
        if (refusals.seconds.size() > ONE_PERCENT) {
            refusals.seconds.remove();
        }
    }

    /** Something of this cause went well: it is none any more. */
    synchronized void worked(RestTarget target) {
        if (!causes.isEmpty()) {
            causes.remove(Cause.of(target));
            causes.remove(TOKEN);
        }
    }

    /** How a request ends that is not sent; none when it may be. */
    synchronized Optional<RestOutcome> stopped(RestTarget target) {
        if (causes.isEmpty()) {
            return Optional.empty();
        }
        return stopped(Cause.of(target)).or(() -> target.route().carriesToken() ? Optional.empty() : stopped(TOKEN));
    }

    private Optional<RestOutcome> stopped(Cause cause) {
        @Nullable Refusals refusals = causes.get(cause);
        return refusals != null && refusals.since(now().getEpochSecond() - WINDOW_SECONDS) >= allowance()
                ? Optional.of(refusals.last)
                : Optional.empty();
    }

    private int allowance() {
        int used = all.inLastTenMinutes();
        return used < DISCORDS / 10 ? ONE_PERCENT : used < DISCORDS / 2 ? ONE_PERCENT / 10 : 1;
    }

    @Override
    public synchronized int stoppedCauses() {
        long since = now().getEpochSecond() - WINDOW_SECONDS;
        int allowed = allowance();
        return (int) causes.values().stream()
                .filter(refusals -> refusals.since(since) >= allowed)
                .count();
    }

    private Instant now() {
        return clock.instant();
    }
}
