package dev.warren.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.events.Received;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TracesTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00-" + TRACE + "-00f067aa0ba902b7-01";

    private final Exported exported = new Exported();
    private final OpenTelemetry telemetry = OpenTelemetrySdk.builder()
            .setTracerProvider(SdkTracerProvider.builder()
                    .addSpanProcessor(SimpleSpanProcessor.create(exported))
                    .build())
            .build();

    @Test
    void handling_underATrace_isASpanOfIt_andSoIsWhatItCauses() {
        // When
        var caused = new Traces(telemetry)
                .handling(
                        "greet",
                        received(Optional.of(PARENT)),
                        trace -> Uni.createFrom().item(trace))
                .await()
                .indefinitely();
        // Then
        var span = exported.spans.getFirst();
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo("00f067aa0ba902b7");
        assertThat(span.getKind()).isEqualTo(SpanKind.CONSUMER);
        assertThat(caused).contains("00-" + TRACE + "-" + span.getSpanId() + "-01");
    }

    @Test
    void handling_withoutATrace_beginsOne() {
        var caused = new Traces(telemetry)
                .handling(
                        "greet",
                        received(Optional.empty()),
                        trace -> Uni.createFrom().item(trace))
                .await()
                .indefinitely();
        assertThat(caused.orElseThrow()).contains(exported.spans.getFirst().getTraceId());
    }

    @Test
    void handling_thatFails_isASpanThatSaysSoWithoutContent() {
        var failing = new Traces(telemetry)
                .handling(
                        "greet",
                        received(Optional.empty()),
                        _ -> Uni.createFrom().failure(new IllegalStateException("dear diary")));
        failing.onFailure().recoverWithNull().await().indefinitely();
        var status = exported.spans.getFirst().getStatus();
        assertThat(status.getStatusCode()).isEqualTo(StatusCode.ERROR);
        assertThat(status.getDescription()).isEqualTo("java.lang.IllegalStateException");
    }

    @Test
    void handling_whereTracesAreOff_passesTheTraceOn() {
        var caused = new Traces(OpenTelemetry.noop())
                .handling(
                        "greet",
                        received(Optional.of(PARENT)),
                        trace -> Uni.createFrom().item(trace))
                .await()
                .indefinitely();
        assertThat(caused).contains(PARENT);
        assertThat(exported.spans).isEmpty();
    }

    private static Received<String> received(Optional<String> traceParent) {
        return new Received<>(
                Event.first(EventId.of("interaction:1"), "/gateway/0", Instant.EPOCH, "7", "payload"),
                Optional.empty(),
                traceParent,
                new Received.Position("discord.interactions", 0, 0));
    }

    private static final class Exported implements SpanExporter {
        private final CopyOnWriteArrayList<SpanData> spans = new CopyOnWriteArrayList<>();

        @Override
        public CompletableResultCode export(Collection<SpanData> more) {
            spans.addAll(more);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
