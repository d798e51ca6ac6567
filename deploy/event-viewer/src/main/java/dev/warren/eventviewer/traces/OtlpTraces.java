package dev.warren.eventviewer.traces;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What services send over OTLP, as protobuf over HTTP. Source: the OpenTelemetry protocol, {@code /v1/traces}. */
public final class OtlpTraces {
    private static final int LONGEST_ATTRIBUTE = 500;
    private static final int MOST_ATTRIBUTES = 32;
    private static final HexFormat HEX = HexFormat.of();

    private OtlpTraces() {}

    /**
     * The spans of a request.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static List<SeenSpan> read(byte[] request) {
        ExportTraceServiceRequest export;
        try {
            export = ExportTraceServiceRequest.parseFrom(request);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("body must be an ExportTraceServiceRequest in protobuf", e);
        }
        var spans = new ArrayList<SeenSpan>();
        for (var resource : export.getResourceSpansList()) {
            var service = attributes(resource.getResource().getAttributesList()).getOrDefault("service.name", "?");
            for (var scope : resource.getScopeSpansList()) {
                scope.getSpansList().forEach(span -> spans.add(span(service, span)));
            }
        }
        return spans;
    }

    private static SeenSpan span(String service, Span span) {
        boolean failed = span.getStatus().getCode() == StatusCode.STATUS_CODE_ERROR;
        return new SeenSpan(
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                Optional.of(hex(span.getParentSpanId())).filter(id -> !id.isEmpty()),
                service,
                span.getName(),
                span.getKind().name().replace("SPAN_KIND_", "").toLowerCase(Locale.ROOT),
                Instant.ofEpochSecond(0, span.getStartTimeUnixNano()),
                Duration.ofNanos(Math.max(0, span.getEndTimeUnixNano() - span.getStartTimeUnixNano())),
                attributes(span.getAttributesList()),
                failed
                        ? Optional.of(span.getStatus().getMessage())
                                .filter(text -> !text.isEmpty())
                                .or(() -> Optional.of("failed"))
                        : Optional.empty());
    }

    private static String hex(ByteString bytes) {
        return HEX.formatHex(bytes.toByteArray());
    }

    private static Map<String, String> attributes(List<KeyValue> pairs) {
        var attributes = new LinkedHashMap<String, String>();
        pairs.stream().limit(MOST_ATTRIBUTES).forEach(pair -> attributes.put(pair.getKey(), text(pair.getValue())));
        return attributes;
    }

    private static String text(AnyValue value) {
        var text = switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            case INT_VALUE -> Long.toString(value.getIntValue());
            case DOUBLE_VALUE -> Double.toString(value.getDoubleValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(OtlpTraces::text)
                        .toList()
                        .toString();
            case BYTES_VALUE, KVLIST_VALUE, VALUE_NOT_SET -> "";
        };
        return text.length() <= LONGEST_ATTRIBUTE ? text : text.substring(0, LONGEST_ATTRIBUTE);
    }
}
