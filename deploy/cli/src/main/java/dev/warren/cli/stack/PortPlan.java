package dev.warren.cli.stack;

import dev.warren.local.FreePorts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;

/**
 * Which component listens where.
 *
 * @param ports by the component's name
 * @param notes one line for each port that was taken, with what holds it and what is used instead
 */
public record PortPlan(Map<String, Integer> ports, List<String> notes) {
    private static final int LAST_PORT = 65_535;

    public PortPlan {
        ports = Map.copyOf(ports);
        notes = List.copyOf(notes);
    }

    /** Gives each component its port, or the next free one. */
    public static PortPlan of(List<Component> components, int offset) {
        return of(components, offset, FreePorts::isFree);
    }

    static PortPlan of(List<Component> components, int offset, IntPredicate isFree) {
        var wanted = Components.all().stream()
                .map(component -> component.basePort() + offset)
                .collect(Collectors.toSet());
        var taken = new HashSet<>(wanted);
        var ports = new LinkedHashMap<String, Integer>();
        var notes = new ArrayList<String>();
        for (var component : components) {
            var port = component.basePort() + offset;
            if (isFree.test(port)) {
                ports.put(component.name(), port);
                continue;
            }
            var next = next(port, candidate -> !taken.contains(candidate) && isFree.test(candidate));
            taken.add(next);
            ports.put(component.name(), next);
            notes.add("port %d is held by %s: %s takes %d"
                    .formatted(port, PortHolder.describe(port), component.name(), next));
        }
        return new PortPlan(ports, notes);
    }

    public int port(Component component) {
        return find(component.name()).orElseThrow();
    }

    /** The port of a component that is part of the plan. */
    public Optional<Integer> find(String name) {
        return Optional.ofNullable(ports.get(name));
    }

    private static int next(int port, IntPredicate usable) {
        for (int candidate = port + 1; candidate <= LAST_PORT; candidate++) {
            if (usable.test(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no port is free above " + port);
    }
}
