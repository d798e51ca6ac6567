package dev.warren.gateway.help;

import dev.warren.gateway.commands.KnownCommand;
import dev.warren.gateway.commands.PermissionNames;
import dev.warren.schemas.bot.CommandDescription.Form;
import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.Permissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What help says of one command. */
final class HelpTexts {
    private static final int COLOR = 0x5865F2;
    private static final int LONGEST_FIELD = 1024;
    private static final int MOST_FIELDS = 20;

    private HelpTexts() {}

    /**
     * Everything that was announced of it.
     *
     * @param prefix of the guild
     */
    static Embed details(KnownCommand command, String prefix) {
        var description = command.description();
        var fields = new ArrayList<Embed.Field>();
        description.form().ifPresent(form -> fields.addAll(form(command.name(), form, prefix)));
        description.subcommands().stream()
                .limit(MOST_FIELDS)
                .forEach(sub -> fields.add(field(
                        usage(command.name() + " " + sub.path(), sub.form(), "/"),
                        sub.description() + "\n" + options(sub.form()) + example(sub.form(), prefix)
                                + (sub.permissions().equals(Permissions.NONE)
                                        ? ""
                                        : "\nNeeds: " + PermissionNames.of(sub.permissions())),
                        false)));
        if (!description.permissions().equals(Permissions.NONE)) {
            fields.add(field("You need", PermissionNames.of(description.permissions()), true));
        }
        if (!description.botPermissions().equals(Permissions.NONE)) {
            fields.add(field("I need", PermissionNames.of(description.botPermissions()), true));
        }
        if (!description.aliases().isEmpty()) {
            fields.add(field(
                    "Also",
                    description.aliases().stream()
                            .map(alias -> "`" + prefix + alias + "`")
                            .collect(Collectors.joining(", ")),
                    true));
        }
        description.cooldown().ifPresent(cooldown -> fields.add(field("How often", cooldown(cooldown), true)));
        return Embed.of("/" + command.name(), description.description())
                .withColor(COLOR)
                .withFields(fields)
                .withFooter("Module: " + description.module() + (description.guildOnly() ? " · in servers only" : ""));
    }

    private static List<Embed.Field> form(String name, Form form, String prefix) {
        var fields = new ArrayList<Embed.Field>();
        fields.add(field("Usage", "`" + usage(name, form, "/") + "`" + example(form, prefix), false));
        if (!form.options().isEmpty()) {
            fields.add(field("Options", options(form), false));
        }
        return fields;
    }

    /** What is needed stands in angle brackets, what may be left out in square ones. */
    private static String usage(String path, Form form, String prefix) {
        return prefix
                + path
                + form.options().stream()
                        .map(option -> option.required() ? " <" + option.name() + ">" : " [" + option.name() + "]")
                        .collect(Collectors.joining());
    }

    private static String example(Form form, String prefix) {
        return form.example().isBlank() ? "" : "\nFor example: `" + prefix + form.example() + "`";
    }

    private static String options(Form form) {
        return form.options().stream().map(HelpTexts::option).collect(Collectors.joining("\n"));
    }

    private static String option(OptionDescription option) {
        var choices = option.choices().isEmpty()
                ? ""
                : " (" + option.choices().stream().map(Choice::name).collect(Collectors.joining(", ")) + ")";
        return "`" + option.name() + "` " + option.description() + choices + bounds(option);
    }

    private static String bounds(OptionDescription option) {
        if (option.minimum().isPresent() && option.maximum().isPresent()) {
            return ", from " + option.minimum().get() + " to "
                    + option.maximum().get();
        }
        return option.minimum().map(least -> ", at least " + least).orElse("")
                + option.maximum().map(most -> ", at most " + most).orElse("");
    }

    private static String cooldown(Cooldown cooldown) {
        var times = cooldown.uses() == 1 ? "once" : cooldown.uses() + " times";
        return times + " in " + span(cooldown.window());
    }

    private static String span(Duration window) {
        return window.toString().substring(2).toLowerCase(Locale.ROOT);
    }

    private static Embed.Field field(String name, String value, boolean inline) {
        var text = value.isBlank() ? "–" : value;
        return new Embed.Field(
                name.length() <= 256 ? name : name.substring(0, 255) + "…",
                text.length() <= LONGEST_FIELD ? text : text.substring(0, LONGEST_FIELD - 1) + "…",
                inline);
    }
}
