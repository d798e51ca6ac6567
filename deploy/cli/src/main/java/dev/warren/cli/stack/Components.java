package dev.warren.cli.stack;

import dev.warren.cli.settings.Settings;
import dev.warren.cli.stack.Component.Kind;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All components in the order of their start. A new service is one line. */
public final class Components {
    public static final String POSTGRESQL = "postgresql";
    public static final String KAFKA = "kafka";
    public static final String REDIS = "redis";
    public static final String SIMULATOR = "discord-simulator";

    /** Shows the way of an event; the local Discord leads to it. */
    public static final String VIEWER = "event-viewer";

    /** The service that speaks with Discord: it is stopped before the others. */
    public static final String GATEWAY = "gateway-service";

    /** The service that remembers: its members' keys lie in a database of their own. */
    public static final String MEMORY = "memory-service";

    public static final String KEYS_DATABASE = "memory_keys";

    private static final List<Component> ALL = List.of(
            new Component(POSTGRESQL, Kind.POSTGRESQL, 5432, List.of("postgres"), List.of()),
            new Component(KAFKA, Kind.KAFKA, 9092, List.of(), List.of()),
            new Component(REDIS, Kind.REDIS, 6379, List.of(), List.of()),
            new Component(SIMULATOR, Kind.SIMULATOR, 8080, List.of("simulator", "discord"), List.of()),
            new Component(VIEWER, Kind.VIEWER, 8090, List.of("viewer"), List.of(KAFKA)),
            service(GATEWAY, 8081, POSTGRESQL, KAFKA, REDIS, SIMULATOR),
            service("leveling-service", 8082, POSTGRESQL, KAFKA, REDIS),
            service(MEMORY, 8083, POSTGRESQL, KAFKA, REDIS),
            service("economy-service", 8084, POSTGRESQL, KAFKA, REDIS),
            service("ai-service", 8085, POSTGRESQL, KAFKA, REDIS),
            service("embed-service", 8086, POSTGRESQL, KAFKA, REDIS),
            service("moderation-service", 8087, POSTGRESQL, KAFKA, REDIS));

    private Components() {}

    public static List<Component> all() {
        return ALL;
    }

    /** The component that is called {@code text}. */
    public static Optional<Component> named(String text) {
        return ALL.stream().filter(component -> component.isCalled(text)).findFirst();
    }

    /** The databases of a service. */
    public static List<String> databases(Component service) {
        return service.name().equals(MEMORY) ? List.of(service.id(), KEYS_DATABASE) : List.of(service.id());
    }

    /** What can be asked for, for error messages. */
    public static String names() {
        return ALL.stream().map(Component::name).collect(Collectors.joining(", "));
    }

    /**
     * What to start.
     *
     * @param only names of the wanted ones, whose needs come with them; none means all
     * @param provided those that somebody else runs
     * @param built whether a component can be started; what cannot is left out
     */
    public static List<Component> select(List<String> only, Set<String> provided, Predicate<Component> built) {
        var wanted = new LinkedHashSet<String>();
        ALL.stream()
                .filter(component -> only.isEmpty() || only.stream().anyMatch(component::isCalled))
                .filter(built)
                .forEach(component -> {
                    wanted.add(component.name());
                    wanted.addAll(component.needs());
                });
        return ALL.stream()
                .filter(component -> wanted.contains(component.name()))
                .filter(component -> !provided.contains(component.name()))
                .filter(built)
                .toList();
    }

    /** What the settings say that somebody else runs, by name: existing servers, and Discord itself. */
    public static Set<String> provided(Settings settings) {
        var provided = new HashSet<String>();
        settings.kafkaBootstrapServers().ifPresent(_ -> provided.add(KAFKA));
        settings.databaseServer().ifPresent(_ -> provided.add(POSTGRESQL));
        settings.redisUrl().ifPresent(_ -> provided.add(REDIS));
        settings.discordToken().ifPresent(_ -> {
            provided.add(SIMULATOR);
            // it shows what members wrote: theirs is not the developer's own
            provided.add(VIEWER);
        });
        return provided;
    }

    private static Component service(String name, int port, String... needs) {
        var id = name.substring(0, name.length() - "-service".length());
        return new Component(name, Kind.SERVICE, port, List.of(id), List.of(needs));
    }
}
