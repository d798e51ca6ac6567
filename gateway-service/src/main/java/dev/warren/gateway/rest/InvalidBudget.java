package dev.warren.gateway.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
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

    private static final List<Integer> ALLOWANCES = List.of(ONE_PERCENT, ONE_PERCENT / 10, 1);

    private final InstantSource clock;
    private final SharedRefusals shared;
    private final InvalidRequestWindow all;
    private final Map<Cause, Refusals> causes;

    /**
     * A budget of which nothing is used here.
     *
     * @param most causes that are remembered
     * @param shared what other instances met
     */
    InvalidBudget(InstantSource clock, int most, SharedRefusals shared) {
        this.clock = clock;
        this.shared = shared;
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

        String name() {
            return route + " " + major;
        }
    }

    /** The refusals of one cause in the last ten minutes, the newest of them in full. */
    private static final class Refusals {
        private final Deque<Long> seconds = new ArrayDeque<>();
        private RestOutcome last;
        /** By what all instances met together. */
        private Instant stoppedUntil = Instant.EPOCH;

        Refusals(RestOutcome last) {
            this.last = last;
        }

        boolean isStopped(Instant now, int allowance) {
            return now.isBefore(stoppedUntil) || since(now.getEpochSecond() - WINDOW_SECONDS) >= allowance;
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
    void count(RestTarget target, int status, RestOutcome outcome) {
        var cause = status == 401 && !target.route().carriesToken() ? TOKEN : Cause.of(target);
        count(cause, outcome);
        // A path that carries a token is this instance's alone, and told to nobody.
        var told = Optional.of(cause.name()).filter(_ -> !target.route().carriesToken());
        shared.refused(told, ALLOWANCES).onSuccess(known -> learn(cause, known));
    }

    private synchronized void count(Cause cause, RestOutcome outcome) {
        all.count();
        var refusals = causes.computeIfAbsent(cause, _ -> new Refusals(outcome));
        refusals.last = outcome;
        refusals.seconds.add(now().getEpochSecond());
        if (refusals.seconds.size() > ONE_PERCENT) {
            refusals.seconds.remove();
        }
    }

    /** The cause is stopped until so many of the refusals that all instances met are too old to count. */
    private synchronized void learn(Cause cause, SharedRefusals.Known known) {
        int allowance = ALLOWANCES.indexOf(allowance(Math.max(known.all(), all.inLastTenMinutes())));
        var age = allowance < known.ages().size() ? known.ages().get(allowance) : Optional.<Duration>empty();
        var refusals = causes.get(cause);
        if (age.isPresent() && refusals != null) {
            refusals.stoppedUntil = now().plusSeconds(WINDOW_SECONDS).minus(age.get());
        }
    }

    /** Something of this cause went well: it is none any more. */
    void worked(RestTarget target) {
        if (!target.route().carriesToken()) {
            forget(TOKEN).ifPresent(shared::worked);
            forget(Cause.of(target)).ifPresent(shared::worked);
        } else {
            forget(Cause.of(target));
        }
    }

    private synchronized Optional<String> forget(Cause cause) {
        return causes.isEmpty() || causes.remove(cause) == null ? Optional.empty() : Optional.of(cause.name());
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
        return refusals != null && refusals.isStopped(now(), allowance(all.inLastTenMinutes()))
                ? Optional.of(refusals.last)
                : Optional.empty();
    }

    private static int allowance(int used) {
        return used < DISCORDS / 10 ? ONE_PERCENT : used < DISCORDS / 2 ? ONE_PERCENT / 10 : 1;
    }

    @Override
    public synchronized int stoppedCauses() {
        int allowance = allowance(all.inLastTenMinutes());
        return (int) causes.values().stream()
                .filter(refusals -> refusals.isStopped(now(), allowance))
                .count();
    }

    private Instant now() {
        return clock.instant();
    }
}
