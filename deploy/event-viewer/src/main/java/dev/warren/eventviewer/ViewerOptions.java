package dev.warren.eventviewer;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the viewer is told, by variables of the environment.
 *
 * @param port on loopback; 0 for any
 * @param bootstrapServers of Kafka
 * @param index what is kept of the topics
 * @param reading how the topics are read
 * @param scan how far the topics are searched for what is not kept
 * @param traces what is kept of traces
 * @param streams the most live views at once
 */
public record ViewerOptions(
        int port, String bootstrapServers, Index index, Reading reading, Scan scan, Traces traces, int streams) {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,6})([km])");
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(ms|s|m)");

    public ViewerOptions {
        check("VIEWER_PORT", port, 0, 65_535);
        check("VIEWER_STREAMS", streams, 1, 1_000);
        if (bootstrapServers.isBlank()) {
            throw new IllegalArgumentException("KAFKA_BOOTSTRAP_SERVERS must not be blank: " + bootstrapServers);
        }
    }

    /**
     * The newest records that are kept.
     *
     * @param records at most
     * @param bytes at most, of keys, headers and values
     */
    public record Index(int records, long bytes) {
        public Index {
            check("VIEWER_RECORDS", records, 10, 1_000_000);
            check("VIEWER_BYTES", bytes, 64 * 1024, 1024L * 1024 * 1024);
        }
    }

    /**
     * How the topics are read.
     *
     * @param lookBack how far before its start the viewer begins
     * @param lookBackRecords how many records before the end of a partition it begins at most
     * @param perSecond records that are read in a second at most; what comes faster is passed over
     */
    public record Reading(Duration lookBack, int lookBackRecords, int perSecond) {
        public Reading {
            check("VIEWER_LOOK_BACK", lookBack.toSeconds(), 0, 7 * 24 * 3600);
            check("VIEWER_LOOK_BACK_RECORDS", lookBackRecords, 0, 1_000_000);
            check("VIEWER_PER_SECOND", perSecond, 10, 1_000_000);
        }
    }

    /**
     * How far the topics are searched.
     *
     * @param records at most
     * @param time at most
     */
    public record Scan(int records, Duration time) {
        public Scan {
            check("VIEWER_SCAN_RECORDS", records, 100, 10_000_000);
            check("VIEWER_SCAN_TIME", time.toMillis(), 100, 60_000);
        }
    }

    /**
     * The newest traces that are kept.
     *
     * @param traces at most
     * @param spans at most of one trace
     */
    public record Traces(int traces, int spans) {
        /** A usual trace has fewer: where long ones come in numbers, fewer traces are kept. */
        private static final int EACH = 16;

        public Traces {
            check("VIEWER_TRACES", traces, 1, 100_000);
            check("VIEWER_SPANS", spans, 1, 10_000);
        }

        /** Spans of all traces at most. */
        public int allSpans() {
            return traces * EACH;
        }
    }

    /** Reads the variables; each has a default. */
    public static ViewerOptions read(Map<String, String> environment) {
        var variables = new Variables(environment);
        return new ViewerOptions(
                variables.number("VIEWER_PORT", "8090"),
                variables.text("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:9092"),
                new Index(variables.number("VIEWER_RECORDS", "20000"), variables.bytes("VIEWER_BYTES", "12m")),
                new Reading(
                        variables.time("VIEWER_LOOK_BACK", "15m"),
                        variables.number("VIEWER_LOOK_BACK_RECORDS", "2000"),
                        variables.number("VIEWER_PER_SECOND", "2000")),
                new Scan(variables.number("VIEWER_SCAN_RECORDS", "100000"), variables.time("VIEWER_SCAN_TIME", "5s")),
                new Traces(variables.number("VIEWER_TRACES", "500"), variables.number("VIEWER_SPANS", "200")),
                variables.number("VIEWER_STREAMS", "16"));
    }

    private static void check(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException("%s must be from %d to %d: %d".formatted(name, least, most, value));
        }
    }

    private record Variables(Map<String, String> environment) {
        String text(String name, String usual) {
            var value = environment.getOrDefault(name, "");
            return value.isBlank() ? usual : value;
        }

        int number(String name, String usual) {
            var text = text(name, usual);
            if (!text.matches("\\d{1,9}")) {
                throw new IllegalArgumentException(name + " must be a whole number: " + text);
            }
            return Integer.parseInt(text);
        }

        long bytes(String name, String usual) {
            var text = text(name, usual);
            var match = SIZE.matcher(text);
            if (!match.matches()) {
                throw new IllegalArgumentException(name + " must be a size like 512k or 12m: " + text);
            }
            return Long.parseLong(match.group(1)) * (match.group(2).equals("k") ? 1024 : 1024 * 1024);
        }

        Duration time(String name, String usual) {
            var text = text(name, usual);
            var match = TIME.matcher(text);
            if (!match.matches()) {
                throw new IllegalArgumentException(name + " must be a time like 500ms, 5s or 15m: " + text);
            }
            var number = Long.parseLong(match.group(1));
            return switch (match.group(2)) {
                case "ms" -> Duration.ofMillis(number);
                case "s" -> Duration.ofSeconds(number);
                case "m" -> Duration.ofMinutes(number);
                default -> throw new IllegalStateException("unit must be known: " + match.group(2));
            };
        }
    }
}
