package dev.warren.gateway.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.Snowflake;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Where and for whom the administrators of a guild have changed what was announced.
 *
 * @param rules by command, or by command and subcommand with a space between
 */
public record CommandOverrides(SortedMap<String, Rules> rules) {
    /** The setting in which they lie, as JSON. */
    public static final String KEY = "gateway.permissions";

    /** What is changed nowhere. */
    public static final CommandOverrides NONE = new CommandOverrides(new TreeMap<>());

    private static final ObjectMapper JSON = new ObjectMapper();

    public CommandOverrides {
        var kept = new TreeMap<String, Rules>();
        rules.forEach((command, rule) -> {
            if (!rule.roles().isEmpty() || !rule.channels().isEmpty()) {
                kept.put(command, rule);
            }
        });
        rules = kept;
    }

    /** Whether a command may be used. */
    public enum Access {
        ALLOW,
        DENY;

        private String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private static Access of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * The rules of one command.
     *
     * @param roles {@code @everyone} has the guild's id
     * @param channels as soon as one is allowed, only those are
     */
    public record Rules(Map<RoleId, Access> roles, Map<ChannelId, Access> channels) {
        static final Rules NONE = new Rules(Map.of(), Map.of());

        public Rules {
            roles = Map.copyOf(roles);
            channels = Map.copyOf(channels);
        }

        Rules with(RoleId role, Access access) {
            var more = new HashMap<>(roles);
            more.put(role, access);
            return new Rules(more, channels);
        }

        Rules with(ChannelId channel, Access access) {
            var more = new HashMap<>(channels);
            more.put(channel, access);
            return new Rules(roles, more);
        }
    }

    /** What the rules say of a member. */
    public enum Ruling {
        /** Nothing: what was announced holds. */
        SILENT,
        /** They may use the subcommand, whatever was announced. */
        SUBCOMMAND_ALLOWED,
        /** They may use the command; what its subcommand needs beyond still holds. */
        COMMAND_ALLOWED,
        DENIED
    }

    /** A rule for the subcommand goes before one for the command; in each, one allowed role is enough, and {@code @everyone} comes last. */
    Ruling member(String command, Optional<String> subcommand, GuildId guild, Collection<RoleId> roles) {
        var bySubcommand = subcommand
                .flatMap(sub -> of(command + " " + sub))
                .flatMap(rule -> access(rule, guild, roles))
                .map(access -> access == Access.ALLOW ? Ruling.SUBCOMMAND_ALLOWED : Ruling.DENIED);
        return bySubcommand
                .or(() -> of(command)
                        .flatMap(rule -> access(rule, guild, roles))
                        .map(access -> access == Access.ALLOW ? Ruling.COMMAND_ALLOWED : Ruling.DENIED))
                .orElse(Ruling.SILENT);
    }

    private static Optional<Access> access(Rules rule, GuildId guild, Collection<RoleId> roles) {
        var everyone = new RoleId(guild.value());
        var own = roles.stream()
                .filter(role -> !role.equals(everyone))
                .flatMap(role -> Stream.ofNullable(rule.roles().get(role)))
                .toList();
        return own.contains(Access.ALLOW)
                ? Optional.of(Access.ALLOW)
                : own.isEmpty() ? Optional.ofNullable(rule.roles().get(everyone)) : Optional.of(Access.DENY);
    }

    /**
     * Whether the command works in a place.
     *
     * @param places the channel; of a thread, first the thread and then its parent
     */
    boolean worksIn(String command, Optional<String> subcommand, List<ChannelId> places) {
        return Stream.concat(subcommand.stream().map(sub -> command + " " + sub), Stream.of(command))
                .flatMap(name -> of(name).stream())
                .allMatch(rule -> places.stream()
                        .flatMap(place -> Stream.ofNullable(rule.channels().get(place)))
                        .findFirst()
                        .map(Access.ALLOW::equals)
                        .orElseGet(() -> !rule.channels().containsValue(Access.ALLOW)));
    }

    /** The channels in which alone the command works; empty when it works in all that are not denied. */
    List<ChannelId> onlyIn(String command) {
        return of(command).stream()
                .flatMap(rule -> rule.channels().entrySet().stream())
                .filter(entry -> entry.getValue() == Access.ALLOW)
                .map(Map.Entry::getKey)
                .sorted(Comparator.comparingLong(ChannelId::value))
                .toList();
    }

    /** The rules of a command, or of a subcommand. */
    public Optional<Rules> of(String command) {
        return Optional.ofNullable(rules.get(command));
    }

    public CommandOverrides with(String command, RoleId role, Access access) {
        return changed(command, rule -> rule.with(role, access));
    }

    public CommandOverrides with(String command, ChannelId channel, Access access) {
        return changed(command, rule -> rule.with(channel, access));
    }

    /** The same without all rules of a command, or without those of a role, a channel or both. */
    public CommandOverrides without(String command, Optional<RoleId> role, Optional<ChannelId> channel) {
        return changed(command, rule -> {
            if (role.isEmpty() && channel.isEmpty()) {
                return Rules.NONE;
            }
            var roles = new HashMap<>(rule.roles());
            role.ifPresent(roles::remove);
            var channels = new HashMap<>(rule.channels());
            channel.ifPresent(channels::remove);
            return new Rules(roles, channels);
        });
    }

    private CommandOverrides changed(String command, Function<Rules, Rules> change) {
        var more = new TreeMap<>(rules);
        more.put(command, change.apply(rules.getOrDefault(command, Rules.NONE)));
        return new CommandOverrides(more);
    }

    /**
     * Reads what {@link #toJson} wrote.
     *
     * @throws IllegalArgumentException when it is something else
     */
    public static CommandOverrides parse(String json) {
        try {
            var rules = new TreeMap<String, Rules>();
            for (var command : JSON.readTree(json).properties()) {
                var roles = new HashMap<RoleId, Access>();
                read(command.getValue().path("roles"), (id, access) -> roles.put(RoleId.of(id), access));
                var channels = new HashMap<ChannelId, Access>();
                read(command.getValue().path("channels"), (id, access) -> channels.put(ChannelId.of(id), access));
                rules.put(command.getKey(), new Rules(roles, channels));
            }
            return new CommandOverrides(rules);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(KEY + " must be the JSON of permissions", e);
        }
    }

    private static void read(JsonNode node, BiConsumer<String, Access> to) {
        node.properties()
                .forEach(entry ->
                        to.accept(entry.getKey(), Access.of(entry.getValue().asText())));
    }

    /** The same rules are always the same text. */
    public String toJson() {
        var root = JSON.createObjectNode();
        rules.forEach((command, rule) -> {
            var node = root.putObject(command);
            write(node, "roles", rule.roles());
            write(node, "channels", rule.channels());
        });
        return root.toString();
    }

    private static void write(ObjectNode node, String field, Map<? extends Snowflake, Access> rules) {
        if (!rules.isEmpty()) {
            var written = node.putObject(field);
            rules.entrySet().stream()
                    .sorted(Comparator.comparingLong(rule -> rule.getKey().value()))
                    .forEach(rule -> written.put(
                            rule.getKey().toString(), rule.getValue().word()));
        }
    }
}
