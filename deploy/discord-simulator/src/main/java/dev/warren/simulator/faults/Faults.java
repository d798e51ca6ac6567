package dev.warren.simulator.faults;

import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The faults that are to happen, in the order in which they were asked for; at most {@value #BOUND}. */
public final class Faults {
    static final int BOUND = 100;
    private final List<Fault> faults = new ArrayList<>();

    /** Remembers a fault; false when there are too many already. */
    public boolean add(Fault fault) {
        faults.removeIf(Fault::spent);
        return faults.size() < BOUND && faults.add(fault);
    }

    /** The fault of this kind that befalls the request, if any; it is counted as happened. */
    public Optional<Fault> strike(FaultKind kind, String method, String template) {
        if (faults.isEmpty()) {
            return Optional.empty();
        }
        for (Fault fault : faults) {
            if (fault.kind() == kind && fault.strikes(method, template)) {
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }

    /** The fault of this kind that befalls the gateway now, if any. */
    public Optional<Fault> strike(FaultKind kind) {
        return strike(kind, "", "");
    }

    public void clear() {
        faults.clear();
    }

    public JsonArray json() {
        var list = new JsonArray();
        faults.forEach(fault -> list.add(fault.json()));
        return list;
    }
}
