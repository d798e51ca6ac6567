package dev.warren.schemas.bot;

import dev.warren.schemas.discord.Permissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A command as announced: enough for the gateway to register it, to check and convert its arguments, and to explain it. It has either
 * subcommands or a form of its own.
 *
 * @param name lower case, as at Discord
 * @param module which guilds may turn off; commands of a module that is off are hidden
 * @param kind where it appears
 * @param form arguments and answer of a command without subcommands; for one with subcommands, what the bare name means is in
 *     {@code bareSubcommand}
 * @param bareSubcommand what the prefix command without a subcommand runs
 * @param permissions that the invoker needs by default
 * @param botPermissions that the bot needs in the channel
 * @param guildOnly whether it is refused in direct messages
 * @param aliases further names for prefix
 * @param translations by Discord's locale
 */
public record CommandDescription(
        String name,
        String description,
        String module,
        CommandKind kind,
        Optional<Form> form,
        List<Subcommand> subcommands,
        Optional<String> bareSubcommand,
        Permissions permissions,
        Permissions botPermissions,
        boolean guildOnly,
        Optional<Cooldown> cooldown,
        List<String> aliases,
        Map<String, Translation> translations) {
    /** Discord's bounds for names of commands and options. */
    static final String NAME = "[-_\\p{Ll}\\p{Lo}\\p{N}']{1,32}";

    public CommandDescription {
        if (kind == CommandKind.SLASH && !name.matches(NAME)) {
            throw new IllegalArgumentException("name must match " + NAME + ": " + name);
        }
        if (kind == CommandKind.SLASH && (description.isBlank() || description.length() > 100)) {
            throw new IllegalArgumentException("description must have 1 to 100 characters: " + description);
        }
        if (form.isPresent() == !subcommands.isEmpty()) {
            throw new IllegalArgumentException("a command must have either a form or subcommands: " + name);
        }
        subcommands = List.copyOf(subcommands);
        var paths = subcommands.stream().map(Subcommand::path).toList();
        if (Set.copyOf(paths).size() < paths.size()) {
            throw new IllegalArgumentException("subcommands must be unique: " + paths);
        }
        if (bareSubcommand.isPresent() && !paths.contains(bareSubcommand.get())) {
            throw new IllegalArgumentException("bareSubcommand must be one of " + paths + ": " + bareSubcommand.get());
        }
        aliases = List.copyOf(aliases);
        translations = Map.copyOf(translations);
    }

    /** Where a command appears. */
    public enum CommandKind {
        SLASH,
        /** In the menu of a member. */
        USER,
        /** In the menu of a message. */
        MESSAGE
    }

    /**
     * Arguments and kind of answer.
     *
     * @param example a whole prefix command without its prefix, shown when arguments are wrong
     */
    public record Form(List<OptionDescription> options, AnswerKind answer, String example) {
        public Form {
            options = List.copyOf(options);
            if (options.size() > 25) {
                throw new IllegalArgumentException("options must be at most 25: " + options.size());
            }
            for (int i = 1; i < options.size(); i++) {
                if (options.get(i).required() && !options.get(i - 1).required()) {
                    throw new IllegalArgumentException("options must have required ones first: "
                            + options.get(i).name());
                }
                if (options.get(i - 1).rest()) {
                    throw new IllegalArgumentException("rest must be the last option's alone: "
                            + options.get(i - 1).name());
                }
            }
        }
    }

    /**
     * A subcommand.
     *
     * @param group none, or the group it stands in
     * @param permissions that the invoker needs beyond the command's
     */
    public record Subcommand(
            Optional<String> group,
            String name,
            String description,
            Form form,
            Permissions permissions,
            Map<String, Translation> translations) {
        public Subcommand {
            if (!name.matches(NAME)) {
                throw new IllegalArgumentException("name must match " + NAME + ": " + name);
            }
            translations = Map.copyOf(translations);
        }

        /** {@code group name} or {@code name}, as {@code CommandInvoked} gives it. */
        public String path() {
            return group.map(g -> g + " " + name).orElse(name);
        }
    }

    /**
     * Name and description in another language.
     *
     * @param name none to keep the command's own
     */
    public record Translation(Optional<String> name, String description) {}
}
