package dev.warren.eventviewer.traces;

import dev.warren.eventviewer.ViewerOptions.Traces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The newest traces; the oldest make room. Safe for all threads. */
public final class Spans {
    private final Traces bounds;
    private final Map<String, List<SeenSpan>> byTrace = new LinkedHashMap<>();

    public Spans(Traces bounds) {
        this.bounds = bounds;
    }

    /** Keeps spans; those beyond the bound of their trace are dropped. */
    public synchronized void add(Collection<SeenSpan> spans) {
        for (var span : spans) {
            var trace = byTrace.computeIfAbsent(span.traceId(), _ -> new ArrayList<>());
            if (trace.size() < bounds.spans()) {
                trace.add(span);
            }
            if (byTrace.size() > bounds.traces()) {
                byTrace.remove(byTrace.keySet().iterator().next());
            }
        }
    }

    /** All spans of these traces, in the order of their beginning. */
    public synchronized List<SeenSpan> of(Collection<String> traceIds) {
        return traceIds.stream()
                .distinct()
                .flatMap(trace -> byTrace.getOrDefault(trace, List.of()).stream())
                .sorted(Comparator.comparing(SeenSpan::start))
                .toList();
    }

    /** So many traces are kept. */
    public synchronized int traces() {
        return byTrace.size();
    }
}
