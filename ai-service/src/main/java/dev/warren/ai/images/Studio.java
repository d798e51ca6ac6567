package dev.warren.ai.images;

import dev.warren.ai.images.Painted.Picture;
import dev.warren.ai.web.Http;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Has pictures made: asks one provider after another, each a bounded number of times, and leaves alone who refused the key. */
@ApplicationScoped
public class Studio {
    /** Longest prompt, in characters. */
    public static final int LONGEST_PROMPT = 1000;
    /** What members read where no provider is configured. */
    public static final String OFF =
            "No image provider is set up here, so I cannot make pictures. Whoever runs the bot can name one: Stability, Pollinations or the like.";

    private static final Logger LOG = Logger.getLogger(Studio.class);

    private final List<Named> painters;
    private final ImageConfig config;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Map<String, Instant> resting = new ConcurrentHashMap<>();

    private record Named(String name, Painter painter) {}

    Studio(Http http, ImageConfig config, InstantSource clock, MeterRegistry meters) {
        this.config = config;
        this.clock = clock;
        this.meters = meters;
        var order = config.order().orElse(List.of());
        this.painters = config.providers().entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, ImageConfig.Provider> one) ->
                                order.contains(one.getKey()) ? order.indexOf(one.getKey()) : order.size())
                        .thenComparing(Map.Entry::getKey))
                .map(one -> new Named(one.getKey(), painter(http, one.getValue())))
                .toList();
    }

    private Painter painter(Http http, ImageConfig.Provider provider) {
        return switch (provider.protocol()) {
            case STABILITY -> new StabilityPainter(http, provider, config.mostBytes());
            case POLLINATIONS -> new PollinationsPainter(http, provider, config.mostBytes());
            case ARTA -> new ArtaPainter(http, provider, config.mostBytes(), clock);
        };
    }

    /** Whether there is any provider. */
    public boolean isOpen() {
        return !painters.isEmpty();
    }

    /** What came of an order. */
    sealed interface Made {
        record Done(Picture picture, String provider) implements Made {}

        /** A provider does not draw this. */
        record Rejected() implements Made {}

        /** No provider could; {@code reasons} names each with its reason. */
        record Failed(List<String> reasons) implements Made {
            public Failed {
                reasons = List.copyOf(reasons);
            }
        }
    }

    Uni<Made> make(Order order) {
        var now = clock.instant();
        var asked = painters.stream()
                .filter(one -> !resting.getOrDefault(one.name(), Instant.MIN).isAfter(now))
                .toList();
        return asked.isEmpty()
                ? Uni.createFrom().item(new Made.Failed(List.of("every provider has refused its key")))
                : make(order, asked, new ArrayList<>());
    }

    private Uni<Made> make(Order order, List<Named> left, List<String> reasons) {
        if (left.isEmpty()) {
            return Uni.createFrom().item(new Made.Failed(reasons));
        }
        var one = left.getFirst();
        var rest = left.subList(1, left.size());
        return attempt(one, order, 1).chain(painted -> switch (painted) {
            case Picture picture -> Uni.createFrom().<Made>item(new Made.Done(picture, one.name()));
            case Painted.Rejected _ -> Uni.createFrom().<Made>item(new Made.Rejected());
            case Painted.NotAllowed(int status) -> {
                resting.put(one.name(), clock.instant().plus(config.rest()));
                LOG.warnf("an image provider refused its key provider=%s status=%d", one.name(), status);
                yield next(order, rest, reasons, one.name() + " refused its key");
            }
            case Painted.Busy _ -> next(order, rest, reasons, one.name() + " has too much to do");
            case Painted.Failed(var reason) -> next(order, rest, reasons, one.name() + ": " + reason);
        });
    }

    private Uni<Made> next(Order order, List<Named> rest, List<String> reasons, String reason) {
        reasons.add(reason);
        return make(order, rest, reasons);
    }

    private Uni<Painted> attempt(Named one, Order order, int number) {
        return one.painter().paint(order).chain(painted -> {
            meters.counter("warren.ai.images", "provider", one.name(), "outcome", word(painted))
                    .increment();
            return number < config.attempts()
                    ? again(one, order, number, painted)
                    : Uni.createFrom().item(painted);
        });
    }

    private Uni<Painted> again(Named one, Order order, int number, Painted painted) {
        return switch (painted) {
            case Painted.Busy(var retryAfter) -> {
                var pause = retryAfter.orElse(config.pause());
                yield pause.compareTo(config.longestPause()) > 0
                        ? Uni.createFrom().item(painted)
                        : later(pause, one, order, number);
            }
            case Painted.Failed _ -> later(config.pause(), one, order, number);
            case Picture _, Painted.Rejected _, Painted.NotAllowed _ ->
                Uni.createFrom().item(painted);
        };
    }

    private Uni<Painted> later(Duration pause, Named one, Order order, int number) {
        var waited = pause.isPositive() ? pause : Duration.ofMillis(1);
        return Uni.createFrom().voidItem().onItem().delayIt().by(waited).chain(() -> attempt(one, order, number + 1));
    }

    private static String word(Painted painted) {
        return switch (painted) {
            case Picture _ -> "done";
            case Painted.Rejected _ -> "rejected";
            case Painted.NotAllowed _ -> "not-allowed";
            case Painted.Busy _ -> "busy";
            case Painted.Failed _ -> "failed";
        };
    }
}
