package dev.warren.schemas.event;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The payload classes of one sealed interface by their wire names, and its {@code Unknown}.
 *
 * @param <P> the sealed interface
 */
public final class EventTypes<P> {
    private final Map<String, Class<? extends P>> byName;
    private final Class<? extends P> unknown;

    private EventTypes(Map<String, Class<? extends P>> byName, Class<? extends P> unknown) {
        this.byName = byName;
        this.unknown = unknown;
    }

    /** @throws IllegalArgumentException when the interface is not sealed, lacks an Unknown, or a member lacks its wire name */
    public static <P> EventTypes<P> of(Class<P> sealed) {
        if (!sealed.isSealed()) {
            throw new IllegalArgumentException("payload must be a sealed interface: " + sealed.getName());
        }
        var members = Arrays.stream(sealed.getPermittedSubclasses())
                .<Class<? extends P>>map(member -> member.asSubclass(sealed))
                .toList();
        var unknown = members.stream()
                .filter(UnknownType.class::isAssignableFrom)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("payload must have an Unknown: " + sealed.getName()));
        Map<String, Class<? extends P>> byName = members.stream()
                .filter(member -> !member.equals(unknown))
                .collect(Collectors.toUnmodifiableMap(EventTypes::nameOf, Function.identity()));
        return new EventTypes<>(byName, unknown);
    }

    /** The wire name of a payload class. */
    public static String nameOf(Class<?> payload) {
        var wire = payload.getAnnotation(WireType.class);
        if (wire == null) {
            throw new IllegalArgumentException("payload must have a @WireType: " + payload.getName());
        }
        return wire.value();
    }

    /** The class of a wire name, none for a type of the future. */
    public Optional<Class<? extends P>> find(String wireName) {
        return Optional.ofNullable(byName.get(wireName));
    }

    /** All known members by wire name. */
    public Map<String, Class<? extends P>> members() {
        return byName;
    }

    /** The stand-in for a type that this reader does not know. */
    public P unknown(String wireName) {
        try {
            var components = Arrays.stream(unknown.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return unknown.getConstructor(components).newInstance(wireName);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Unknown must be a public record of one string: " + unknown.getName(), e);
        }
    }
}
