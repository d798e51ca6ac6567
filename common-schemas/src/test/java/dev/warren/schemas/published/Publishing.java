package dev.warren.schemas.published;

import java.util.List;
import java.util.SortedMap;

/** Compares what the records say with what is published, and publishes what is new when asked to. */
final class Publishing {
    /** Set to {@code true} on the command line to write what is new. */
    static final String WRITE = "warren.schemas.write";

    private final Published published;
    private final WireSchemas schemas = new WireSchemas();
    private final boolean write;

    Publishing(Published published, boolean write) {
        this.published = published;
        this.write = write;
    }

    static Publishing ofModule() {
        return new Publishing(Published.ofModule(), Boolean.getBoolean(WRITE));
    }

    /**
     * What stands against a payload as it is now; empty when it is published as it is.
     *
     * @param type the wire name, under which another class may have been published before
     */
    List<String> check(String type, Class<?> payload, List<Sample> samples) {
        var gaps = Coverage.gaps(payload, samples.stream().map(Sample::payload).toList());
        if (!gaps.isEmpty()) {
            return gaps.stream().map(gap -> type + " lacks a sample: " + gap).toList();
        }
        var now = Revision.now(payload, samples, schemas);
        var older = published.revisions(type);
        var breaches = older.entrySet().stream()
                .flatMap(old -> Compatibility.breaches(old.getValue(), now, payload).stream()
                        .map(breach -> type + " against revision " + old.getKey() + ": " + breach))
                .toList();
        if (!breaches.isEmpty() || isNewest(now, older)) {
            return breaches;
        }
        int next = older.isEmpty() ? 1 : older.lastKey() + 1;
        if (!write) {
            return List.of(type + " is not published as it is now: revision " + next + " is written with -D" + WRITE
                    + "=true");
        }
        published.add(type, next, now);
        return List.of();
    }

    private static boolean isNewest(Revision now, SortedMap<Integer, Revision> older) {
        return older.values().stream()
                .reduce((earlier, later) -> later)
                .filter(now::equals)
                .isPresent();
    }
}
