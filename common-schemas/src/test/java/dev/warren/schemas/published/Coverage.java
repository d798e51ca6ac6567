package dev.warren.schemas.published;

import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Which parts of a payload its samples show: a part that no sample fills is a part whose loss nobody would notice. */
final class Coverage {
    private final Set<String> filled = new HashSet<>();
    private final Set<String> emptied = new HashSet<>();

    private Coverage() {}

    /** What no sample fills, and which {@code Optional} no sample leaves empty; empty when all is shown. */
    static Set<String> gaps(Class<?> payload, List<? extends Record> samples) {
        var coverage = new Coverage();
        samples.forEach(coverage::look);
        var gaps = new TreeSet<String>();
        coverage.demand(payload, new HashSet<>(), gaps);
        return gaps;
    }

    private void look(Object value) {
        switch (value) {
            case Optional<?> optional -> optional.ifPresent(this::look);
            case Collection<?> items -> items.forEach(this::look);
            case Map<?, ?> map -> map.values().forEach(this::look);
            case Record group
            when !isLeaf(group.getClass()) -> {
                filled.add(group.getClass().getSimpleName());
                for (var component : group.getClass().getRecordComponents()) {
                    var part = read(group, component);
                    (isEmpty(part) ? emptied : filled).add(name(component));
                    look(part);
                }
            }
            case Object leaf -> {}
        }
    }

    private void demand(Type type, Set<Type> seen, Set<String> gaps) {
        if (type instanceof ParameterizedType generic) {
            Arrays.stream(generic.getActualTypeArguments()).forEach(argument -> demand(argument, seen, gaps));
        } else if (type instanceof Class<?> group && seen.add(group) && !isLeaf(group)) {
            if (group.isSealed()) {
                Arrays.stream(group.getPermittedSubclasses()).forEach(member -> demand(member, seen, gaps));
            } else if (group.isRecord()) {
                if (!filled.contains(group.getSimpleName())) {
                    gaps.add(group.getSimpleName() + " is never shown");
                }
                for (var component : group.getRecordComponents()) {
                    if (!filled.contains(name(component))) {
                        gaps.add(name(component) + " is never filled");
                    }
                    if (component.getType().equals(Optional.class) && !emptied.contains(name(component))) {
                        gaps.add(name(component) + " is never empty");
                    }
                    demand(component.getGenericType(), seen, gaps);
                }
            }
        }
    }

    private static boolean isEmpty(Object value) {
        return switch (value) {
            case Optional<?> optional -> optional.isEmpty();
            case Collection<?> items -> items.isEmpty();
            case Map<?, ?> map -> map.isEmpty();
            case Object other -> false;
        };
    }

    /** Ids and the like are one value on the wire. */
    private static boolean isLeaf(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods()).anyMatch(method -> method.isAnnotationPresent(JsonValue.class))
                || Arrays.stream(type.getDeclaredFields())
                        .anyMatch(field -> field.isAnnotationPresent(JsonValue.class));
    }

    private static String name(RecordComponent component) {
        return component.getDeclaringRecord().getSimpleName() + "." + component.getName();
    }

    private static Object read(Record group, RecordComponent component) {
        try {
            return component.getAccessor().invoke(group);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a sample's record must be readable: " + component, e);
        }
    }
}
