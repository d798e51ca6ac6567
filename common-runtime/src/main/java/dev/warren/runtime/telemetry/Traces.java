package dev.warren.runtime.telemetry;

import dev.warren.runtime.events.Received;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** A span for each handled event, in the trace that its record carries. Where traces are off, the record's own trace goes on. */
@ApplicationScoped
public class Traces {
    private static final String HEADER = "traceparent";
    private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

    private final Tracer tracer;

    /** @param off Quarkus then makes spans all the same, for nobody */
    @Inject
    Traces(OpenTelemetry telemetry, @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean off) {
        this(off ? OpenTelemetry.noop() : telemetry);
    }

    Traces(OpenTelemetry telemetry) {
        this.tracer = telemetry.getTracer("dev.warren.runtime");
    }

    /**
     * Handles an event under a span of its own.
     *
     * @param name of which there are few, such as {@code command rank}
     * @param work gets the trace context that what it causes continues
     */
    public <T> Uni<T> handling(String name, Received<?> received, Function<Optional<String>, Uni<T>> work) {
        var span = tracer.spanBuilder(name)
                .setSpanKind(SpanKind.CONSUMER)
                .setParent(parent(received.traceParent()))
                .setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.destination.name", received.position().topic())
                .setAttribute("warren.event.id", received.event().id().value())
                .startSpan();
        if (!span.getSpanContext().isValid() || !span.isRecording()) {
            return work.apply(received.traceParent());
        }
        try (var _ = span.makeCurrent()) {
            return work.apply(Optional.of(header(span)))
                    .onFailure()
                    .invoke(failure ->
                            span.setStatus(StatusCode.ERROR, failure.getClass().getName()))
                    .onTermination()
                    .invoke(() -> span.end());
        } catch (RuntimeException thrown) {
            span.setStatus(StatusCode.ERROR, thrown.getClass().getName());
            span.end();
            throw thrown;
        }
    }

    private static Context parent(Optional<String> traceParent) {
        return traceParent.isEmpty()
                ? Context.root()
                : W3C.extract(Context.root(), traceParent.get(), new TextMapGetter<String>() {
                    @Override
                    public Iterable<String> keys(String carrier) {
                        return List.of(HEADER);
                    }

                    @Override
                    public @Nullable String get(@Nullable String carrier, String key) {
                        return key.equals(HEADER) ? carrier : null;
                    }
                });
    }

    private static String header(Span span) {
        var headers = new HashMap<String, String>();
        W3C.inject(Context.root().with(span), headers, (carrier, key, value) -> {
            if (carrier != null) {
                carrier.put(key, value);
            }
        });
        return headers.getOrDefault(HEADER, "");
    }
}
