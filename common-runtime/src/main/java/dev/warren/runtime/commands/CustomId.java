package dev.warren.runtime.commands;

import dev.warren.schemas.topics.Service;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The id of a component or modal: {@code service:handler:argument:…}, at most 100 characters as Discord allows.
 *
 * @param arguments without colons
 */
public record CustomId(String service, String handler, List<String> arguments) {
    public CustomId {
        arguments = List.copyOf(arguments);
        if (arguments.stream().anyMatch(argument -> argument.contains(":"))) {
            throw new IllegalArgumentException("arguments must not contain a colon: " + arguments);
        }
    }

    public static CustomId of(Service service, String handler, Object... arguments) {
        return new CustomId(
                service.id(),
                handler,
                Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** None for an id that is not of this form. */
    public static Optional<CustomId> parse(String text) {
        var parts = List.of(text.split(":", -1));
        return parts.size() < 2
                ? Optional.empty()
                : Optional.of(new CustomId(parts.get(0), parts.get(1), parts.subList(2, parts.size())));
    }

    /** The argument at a place, counted from 0. */
    public Optional<String> argument(int place) {
        return place < arguments.size() ? Optional.of(arguments.get(place)) : Optional.empty();
    }

    @Override
    public String toString() {
        return service + ":" + handler + (arguments.isEmpty() ? "" : ":" + String.join(":", arguments));
    }
}
