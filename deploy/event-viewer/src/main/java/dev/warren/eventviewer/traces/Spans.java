package dev.warren.eventviewer.traces;

import dev.warren.eventviewer.ViewerOptions.Traces;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** The newest traces; the oldest make room. Safe for all threads. */
public final class Spans {
    private final Traces bounds;
    private final LinkedHashMap<String, List<SeenSpan>> byTrace = new LinkedHashMap<>();
    private int kept;

    public Spans(Traces bounds) {
        this.bounds = bounds;
    }

    /** Keeps spans; those beyond the bound of their trace are dropped. */
    public synchronized void add(Collection<SeenSpan> spans) {
        for (var span : spans) {
            var trace = byTrace.computeIfAbsent(span.traceId(), _ -> new ArrayList<>());
            if (trace.size() < bounds.spans()) {
                trace.add(span);
                kept++;
            }
            while (byTrace.size() > bounds.traces() || (kept > bounds.allSpans() && byTrace.size() > 1)) {
                kept -= byTrace.pollFirstEntry().getValue().size();
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
