package dev.warren.embed.fetching;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import java.util.Locale;

/** Counts what comes of requests: {@code warren.embed.fetches} by kind, outcome and rule or reason, with the time they took. */
final class CountedFetcher implements Fetcher {
    private final Fetcher fetcher;
    private final MeterRegistry meters;

    CountedFetcher(Fetcher fetcher, MeterRegistry meters) {
        this.fetcher = fetcher;
        this.meters = meters;
    }

    @Override
    public Uni<Fetched> get(FetchRequest request) {
        return Uni.createFrom().deferred(() -> {
            var sample = Timer.start(meters);
            return fetcher.get(request).invoke(fetched -> sample.stop(timer(request, fetched)));
        });
    }

    private Timer timer(FetchRequest request, Fetched fetched) {
        return meters.timer(
                "warren.embed.fetches",
                "want",
                request.want().name().toLowerCase(Locale.ROOT),
                "outcome",
                outcome(fetched),
                "reason",
                reason(fetched));
    }

    private static String outcome(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Answer answer -> answer.ok() ? "answered" : "declined";
            case Fetched.Refused _ -> "refused";
            case Fetched.Failed _ -> "failed";
        };
    }

    private static String reason(Fetched fetched) {
        return switch (fetched) {
            case Fetched.Answer answer -> String.valueOf(answer.status());
            case Fetched.Refused refused -> refused.rule();
            case Fetched.Failed failed -> failed.reason();
        };
    }
}
