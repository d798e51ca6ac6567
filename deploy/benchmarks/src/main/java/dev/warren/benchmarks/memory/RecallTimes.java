package dev.warren.benchmarks.memory;

import dev.warren.benchmarks.stack.StackProcesses;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** How long recalls took from the vector to the facts, as the service's metrics tell. */
final class RecallTimes {
    private static final Pattern LINE =
            Pattern.compile("warren_facts_recall_seconds_(bucket|sum|count)\\{(.*)} ([0-9.Ee+-]+)");
    private static final Pattern UP_TO = Pattern.compile("le=\"([^\"]+)\"");

    private final StackProcesses stack;

    RecallTimes(StackProcesses stack) {
        this.stack = stack;
    }

    /**
     * What was counted.
     *
     * @param buckets how many took up to so many seconds
     */
    record Times(long count, double seconds, Map<Double, Long> buckets) {
        Times {
            buckets = Map.copyOf(buckets);
        }

        Times since(Times before) {
            var later = new TreeMap<Double, Long>();
            buckets.forEach((limit, many) -> later.put(limit, many - before.buckets.getOrDefault(limit, 0L)));
            return new Times(count - before.count, seconds - before.seconds, later);
        }

        double meanMillis() {
            return count == 0 ? 0 : seconds / count * 1_000;
        }

        /** The upper bound of the bucket in which the percentile lies. */
        double millis(double percentile) {
            if (count == 0) {
                throw new IllegalStateException("nothing was timed");
            }
            return new TreeMap<>(buckets)
                    .entrySet().stream()
                            .filter(bucket -> bucket.getValue() >= count * percentile / 100)
                            .findFirst()
                            .map(bucket -> bucket.getKey() * 1_000)
                            .filter(Double::isFinite)
                            .orElseThrow(() -> new IllegalStateException("some took longer than all buckets"));
        }
    }

    /** @param cache {@code warm} or {@code cold} */
    Times read(String cache) {
        var metrics = stack.get(Tools.SERVICE, "/q/metrics")
                .orElseThrow(() -> new IllegalStateException("the service tells no metrics"));
        long count = 0;
        double seconds = 0;
        var buckets = new TreeMap<Double, Long>();
        for (var line : metrics.lines().toList()) {
            var found = LINE.matcher(line);
            if (!found.matches() || !found.group(2).contains("cache=\"" + cache + "\"")) {
                continue;
            }
            double value = Double.parseDouble(found.group(3));
            switch (found.group(1)) {
                case "sum" -> seconds = value;
                case "count" -> count = (long) value;
                default -> {
                    var limit = UP_TO.matcher(found.group(2));
                    if (limit.find()) {
                        buckets.put(
                                limit.group(1).equals("+Inf")
                                        ? Double.POSITIVE_INFINITY
                                        : Double.parseDouble(limit.group(1)),
                                (long) value);
                    }
                }
            }
        }
        return new Times(count, seconds, buckets);
    }
}
