package dev.warren.endtoend;

import dev.warren.schemas.bot.AnnouncementEvent.ServiceAnnounced;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.CommandDescription.CommandKind;
import dev.warren.schemas.bot.CommandDescription.Form;
import dev.warren.schemas.bot.CommandDescription.Subcommand;
import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the services announce, as a page for people. The same announcements give the same page. */
final class CommandsDocument {
    private static final String HEAD = """
            # Commands and settings

            Made from what each service announces in `bot.commands`; a test of [deploy/end-to-end](../end-to-end) compares it with a
            running stack, and writes it with `-Dwarren.docs.write=true`. Each command works as a slash command, with the
            guild's prefix (`!` unless it is set otherwise) and after a mention of the bot. What must be given stands in `<…>`, what may be
            left out in `[…]`.
            """;

    private final StringBuilder page = new StringBuilder(HEAD);

    private CommandsDocument() {}

    /** The page about these services, in the given order. */
    static String of(List<ServiceAnnounced> services) {
        var document = new CommandsDocument();
        services.forEach(document::service);
        return document.page.toString();
    }

    private void service(ServiceAnnounced service) {
        line("");
        line("## " + service.service());
        service.commands().stream()
                .sorted(Comparator.comparing(CommandDescription::kind).thenComparing(CommandDescription::name))
                .forEach(this::command);
        if (!service.settings().isEmpty()) {
            settings(service);
        }
    }

    private void command(CommandDescription command) {
        var slash = command.kind() == CommandKind.SLASH ? "/" : "";
        line("");
        line("### " + slash + command.name());
        line("");
        line(
                command.kind() == CommandKind.SLASH
                        ? sentence(command.description())
                        : "In the menu of a " + word(command.kind()) + ".");
        var facts = Stream.of(
                        command.aliases().isEmpty()
                                ? Optional.<String>empty()
                                : Optional.of("also "
                                        + code(command.aliases().stream().map("!"::concat))),
                        permissions("members need", command.permissions()),
                        permissions("the bot needs", command.botPermissions()),
                        command.cooldown().map(CommandsDocument::cooldown),
                        Optional.of(command.guildOnly() ? "in servers only" : "also in direct messages"),
                        Optional.of("module `" + command.module() + "`"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("; "));
        line("(" + facts + ")");
        command.form().ifPresent(form -> form(command.name(), Optional.empty(), form, Permissions.NONE));
        command.subcommands().stream()
                .sorted(Comparator.comparing(Subcommand::path))
                .forEach(sub -> form(
                        command.name() + " " + sub.path(),
                        Optional.of(sub.description()),
                        sub.form(),
                        sub.permissions()));
        command.bareSubcommand().ifPresent(bare -> {
            line("");
            line("`!" + command.name() + "` alone means `!" + command.name() + " " + bare + "`.");
        });
    }

    private void form(String path, Optional<String> description, Form form, Permissions more) {
        var usage = form.options().stream()
                .map(option -> option.required() ? " <" + option.name() + ">" : " [" + option.name() + "]")
                .collect(Collectors.joining("", "/" + path, ""));
        var parts = Stream.of(
                        description.map(CommandsDocument::sentence),
                        Optional.of(answer(form.answer())),
                        permissions("Members need", more).map(text -> text + "."),
                        Optional.of(form.example())
                                .filter(example -> !example.isBlank())
                                .map(example -> "Example: `!" + example + "`"))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
        line("");
        line("`" + usage + "`: " + parts);
        if (!form.options().isEmpty()) {
            line("");
            line("| option | type | bounds | what |");
            line("|---|---|---|---|");
            form.options().forEach(this::option);
        }
    }

    private void option(OptionDescription option) {
        var bounds = Stream.of(
                        option.required() ? Optional.of("required") : Optional.<String>empty(),
                        bounds(option.minimum(), option.maximum(), option.type() == OptionType.STRING),
                        option.choices().isEmpty()
                                ? Optional.<String>empty()
                                : Optional.of("one of "
                                        + option.choices().stream()
                                                .map(Choice::name)
                                                .collect(Collectors.joining(", "))),
                        option.autocomplete() ? Optional.of("completed") : Optional.<String>empty())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        row("`" + option.name() + "`", word(option.type()), bounds, option.description());
    }

    private void settings(ServiceAnnounced service) {
        line("");
        line("### Settings of " + service.service());
        line("");
        line("| setting | type | bounds | default | what |");
        line("|---|---|---|---|---|");
        service.settings().stream()
                .sorted(Comparator.comparing(SettingDescription::key))
                .forEach(setting -> row(
                        "`" + setting.key() + "`",
                        word(setting.type()),
                        setting.choices().isEmpty()
                                ? bounds(setting.minimum(), setting.maximum(), setting.type() == SettingType.TEXT)
                                        .orElse("")
                                : "one of " + String.join(", ", setting.choices()),
                        setting.fallback().isEmpty() ? "none" : "`" + setting.fallback() + "`",
                        setting.description()));
    }

    private static String answer(AnswerKind kind) {
        return switch (kind) {
            case PUBLIC -> "Answered for all to see.";
            case EPHEMERAL -> "Answered to the member alone.";
            case UPDATE -> "Changes the message that it belongs to.";
            case MODAL -> "Opens a form.";
        };
    }

    private static Optional<String> bounds(Optional<Long> least, Optional<Long> most, boolean characters) {
        var unit = characters ? " characters" : "";
        if (least.isPresent() && most.isPresent()) {
            return Optional.of(least.get() + " to " + most.get() + unit);
        }
        return least.map(number -> "at least " + number + unit)
                .or(() -> most.map(number -> "at most " + number + unit));
    }

    private static String cooldown(Cooldown cooldown) {
        return "%d × in %s for each %s"
                .formatted(
                        cooldown.uses(),
                        cooldown.window().toString().substring(2).toLowerCase(Locale.ROOT),
                        word(cooldown.scope()));
    }

    private static Optional<String> permissions(String who, Permissions permissions) {
        var names = Arrays.stream(Permission.values())
                .filter(permission -> (permissions.bits() & permission.bit()) != 0)
                .map(CommandsDocument::word)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? Optional.empty() : Optional.of(who + " " + names);
    }

    private static String code(Stream<String> words) {
        return words.map(word -> "`" + word + "`").collect(Collectors.joining(", "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String sentence(String text) {
        return text.endsWith(".") || text.endsWith("?") || text.endsWith("!") ? text : text + ".";
    }

    private void row(String... cells) {
        line(Arrays.stream(cells).map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |")));
    }

    private void line(String text) {
        page.append(text).append('\n');
    }
}
