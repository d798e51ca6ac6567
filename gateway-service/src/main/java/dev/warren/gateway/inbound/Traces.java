package dev.warren.gateway.inbound;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Begins the trace of a dispatch, when tracing is on at all: most of the dense path's cost would else be spans. */
@ApplicationScoped
class Traces {
    private final boolean on;
    private final Tracer tracer;

    Traces(@ConfigProperty(name = "quarkus.otel.sdk.disabled", defaultValue = "true") boolean off, Tracer tracer) {
        this.on = !off;
        this.tracer = tracer;
    }

    /** None when tracing is off. */
    Optional<Span> begin(String type) {
        return on
                ? Optional.of(tracer.spanBuilder("discord " + type)
                        .setSpanKind(SpanKind.PRODUCER)
                        .setNoParent()
                        .startSpan())
                : Optional.empty();
    }

    /** W3C trace context. */
    static String parent(Span span) {
        var context = span.getSpanContext();
        return "00-" + context.getTraceId() + "-" + context.getSpanId() + "-"
                + context.getTraceFlags().asHex();
    }
}
