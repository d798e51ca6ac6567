package dev.warren.gateway.commands;

import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.CommandDescription.CommandKind;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All commands of all services at one moment, by name. Of two services with one name the first by the alphabet has it. */
public final class CommandIndex {
    private final SortedMap<String, KnownCommand> slash = new TreeMap<>();
    private final SortedMap<String, KnownCommand> userMenu = new TreeMap<>();
    private final SortedMap<String, KnownCommand> messageMenu = new TreeMap<>();
    private final Map<String, KnownCommand> byPrefix = new HashMap<>();

    CommandIndex(SortedMap<String, ServiceAnnounced> services) {
        services.values()
                .forEach(service -> service.commands().forEach(command -> {
                    var known = new KnownCommand(service.service(), command);
                    ofKind(command.kind()).putIfAbsent(command.name(), known);
                }));
        slash.values().forEach(known -> byPrefix.put(known.name(), known));
        // A name goes before an alias, whoever was there first.
        slash.values()
                .forEach(known ->
                        known.description().aliases().forEach(alias -> byPrefix.putIfAbsent(lower(alias), known)));
    }

    /** What Discord calls by this name. */
    Optional<KnownCommand> find(CommandKind kind, String name) {
        return Optional.ofNullable(ofKind(kind).get(name));
    }

    /** What a member calls by this word: a name or an alias, whatever the case of its letters. */
    Optional<KnownCommand> findWritten(String word) {
        return Optional.ofNullable(byPrefix.get(lower(word)));
    }

    /** All slash commands in order of their names. */
    public Collection<KnownCommand> commands() {
        return slash.values();
    }

    /** The slash command of this name. */
    public Optional<KnownCommand> command(String name) {
        return Optional.ofNullable(slash.get(name));
    }

    /** Every command, slash first, in order of the names. */
    List<KnownCommand> all() {
        return List.of(slash, userMenu, messageMenu).stream()
                .flatMap(kind -> kind.values().stream())
                .toList();
    }

    /** Everything that a prefix command may be called by. */
    Collection<String> words() {
        return byPrefix.keySet();
    }

    private SortedMap<String, KnownCommand> ofKind(CommandKind kind) {
        return switch (kind) {
            case SLASH -> slash;
            case USER -> userMenu;
            case MESSAGE -> messageMenu;
        };
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
