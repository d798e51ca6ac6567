package dev.warren.cli.stack;

import java.util.List;

/**
 * One process of a stack.
 *
 * @param name as it is shown, logged and asked for
 * @param kind how it is started
 * @param basePort its port with offset 0
 * @param aliases other names by which people ask for it
 * @param needs names of the components that it cannot do without
 */
public record Component(String name, Kind kind, int basePort, List<String> aliases, List<String> needs) {
    public Component {
        if (basePort < 1 || basePort > 15_535) {
            throw new IllegalArgumentException("basePort must leave room for offsets, 1 to 15535: " + basePort);
        }
        aliases = List.copyOf(aliases);
        needs = List.copyOf(needs);
    }

    /** How a component is started. */
    public enum Kind {
        POSTGRESQL,
        KAFKA,
        REDIS,
        SIMULATOR,
        VIEWER,
        SERVICE
    }

    /** Whether {@code text} means this one. */
    public boolean isCalled(String text) {
        return name.equals(text) || aliases.contains(text);
    }

    public boolean isService() {
        return kind == Kind.SERVICE;
    }

    /** Whether it is begun first, since all else needs it. */
    public boolean isServer() {
        return switch (kind) {
            case POSTGRESQL, KAFKA, REDIS, SIMULATOR -> true;
            case VIEWER, SERVICE -> false;
        };
    }

    /** The service's short name: of its database, and of its topics. */
    public String id() {
        return name.endsWith("-service") ? name.substring(0, name.length() - "-service".length()) : name;
    }
}
