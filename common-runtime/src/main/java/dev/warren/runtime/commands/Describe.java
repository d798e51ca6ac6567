package dev.warren.runtime.commands;

import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.CommandDescription.CommandKind;
import dev.warren.schemas.bot.CommandDescription.Form;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import dev.warren.schemas.bot.CommandDescription.Translation;
import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Describes a command step by step: {@code Describe.command("rank", "Shows a member's rank").module("leveling")
 * .options(option("member", "Whose rank", USER)).example("rank @Ada").build()}.
 */
public final class Describe {
    private final String name;
    private final String description;
    private String module = "general";
    private AnswerKind answer = AnswerKind.PUBLIC;
    private String example;
    private List<OptionDescription> options = List.of();
    private final List<Subcommand> subcommands = new ArrayList<>();
    private Optional<String> bare = Optional.empty();
    private Permissions permissions = Permissions.NONE;
    private Permissions botPermissions = Permissions.NONE;
    private boolean guildOnly = true;
    private Optional<Cooldown> cooldown = Optional.empty();
    private List<String> aliases = List.of();
    private final Map<String, Translation> translations = new TreeMap<>();

    private Describe(String name, String description) {
        this.name = name;
        this.description = description;
        this.example = name;
    }

    /** Begins a slash command. */
    public static Describe command(String name, String description) {
        return new Describe(name, description);
    }

    public Describe module(String of) {
        module = of;
        return this;
    }

    /** How it answers; public by default. */
    public Describe answers(AnswerKind kind) {
        answer = kind;
        return this;
    }

    /** Without prefix, with plausible arguments. */
    public Describe example(String text) {
        example = text;
        return this;
    }

    public Describe options(Option... all) {
        options = Option.build(all);
        return this;
    }

    /** Adds a subcommand with its own answer, example and options; the permissions are the command's. */
    public Describe subcommand(String sub, String says, AnswerKind kind, String sampled, Option... all) {
        return subcommand(Optional.empty(), sub, says, kind, sampled, Permissions.NONE, all);
    }

    /** Adds a subcommand, in a group or not, with permissions beyond the command's. */
    public Describe subcommand(
            Optional<String> group,
            String sub,
            String says,
            AnswerKind kind,
            String sampled,
            Permissions needed,
            Option... all) {
        subcommands.add(new Subcommand(group, sub, says, new Form(Option.build(all), kind, sampled), needed, Map.of()));
        return this;
    }

    /** What the bare prefix command runs, when there are subcommands. */
    public Describe bare(String sub) {
        bare = Optional.of(sub);
        return this;
    }

    /** What the invoker needs by default; administrators may change it in Discord. */
    public Describe needs(Permission... needed) {
        permissions = Permissions.of(needed);
        return this;
    }

    public Describe botNeeds(Permission... needed) {
        botPermissions = Permissions.of(needed);
        return this;
    }

    /** It works in direct messages too. */
    public Describe everywhere() {
        guildOnly = false;
        return this;
    }

    public Describe cooldown(Cooldown limit) {
        cooldown = Optional.of(limit);
        return this;
    }

    public Describe aliases(String... names) {
        aliases = List.of(names);
        return this;
    }

    /** Its name and description in another language, by Discord's locale. */
    public Describe in(String locale, String translatedName, String translated) {
        translations.put(locale, new Translation(Optional.of(translatedName), translated));
        return this;
    }

    public CommandDescription build() {
        return new CommandDescription(
                name,
                description,
                module,
                CommandKind.SLASH,
                subcommands.isEmpty() ? Optional.of(new Form(options, answer, example)) : Optional.empty(),
                subcommands,
                bare,
                permissions,
                botPermissions,
                guildOnly,
                cooldown,
                aliases,
                translations);
    }
}
