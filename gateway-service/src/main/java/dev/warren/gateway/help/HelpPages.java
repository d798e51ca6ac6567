package dev.warren.gateway.help;

import dev.warren.gateway.commands.CommandCatalogue;
import dev.warren.gateway.commands.CommandGate;
import dev.warren.gateway.commands.KnownCommand;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Item;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Select;
import dev.warren.schemas.bot.Component.SelectKind;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.topics.Service;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The overview of all commands that somebody may use somewhere, page by page, and the details of one. */
@ApplicationScoped
class HelpPages {
    /** The handlers behind the overview's components. */
    static final String PAGE = "help-page";

    static final String DETAILS = "help-details";

    /** As many as a select can offer. */
    private static final int PAGE_SIZE = 25;

    private static final int COLOR = 0x5865F2;
    private static final int LONGEST_FIELD = 1024;

    private final CommandCatalogue catalogue;
    private final CommandGate gate;

    HelpPages(CommandCatalogue catalogue, CommandGate gate) {
        this.catalogue = catalogue;
        this.gate = gate;
    }

    /** What the member may use there, in order of module and name. */
    List<KnownCommand> usable(Origin origin, GuildSettings settings) {
        return catalogue.index().commands().stream()
                .filter(command -> isUsable(command, origin, settings))
                .sorted(Comparator.comparing(
                                (KnownCommand command) -> command.description().module())
                        .thenComparing(KnownCommand::name))
                .toList();
    }

    private boolean isUsable(KnownCommand command, Origin origin, GuildSettings settings) {
        return origin.guild()
                .map(guild -> gate.shows(command, guild, origin.member(), settings))
                .orElseGet(() -> !command.description().guildOnly());
    }

    /** The command of this name or alias, if the member may use it. */
    Optional<KnownCommand> find(String name, Origin origin, GuildSettings settings) {
        var wanted = name.startsWith("/") ? name.substring(1) : name;
        return usable(origin, settings).stream()
                .filter(command -> command.name().equalsIgnoreCase(wanted)
                        || command.description().aliases().stream().anyMatch(wanted::equalsIgnoreCase))
                .findFirst();
    }

    /**
     * The overview.
     *
     * @param page from 0; one beyond the last is the last
     */
    MessageBody overview(int page, Origin origin, GuildSettings settings) {
        var usable = usable(origin, settings);
        int pages = Math.max(1, (usable.size() + PAGE_SIZE - 1) / PAGE_SIZE);
        int shown = Math.clamp(page, 0, pages - 1);
        var commands = usable.subList(shown * PAGE_SIZE, Math.min(usable.size(), (shown + 1) * PAGE_SIZE));
        var embed = Embed.of(
                        "What I can do",
                        "Every command works as `/name` and as `" + settings.prefix()
                                + "name`. Choose one below, or ask `/help command:name`.")
                .withColor(COLOR)
                .withFields(fields(commands));
        var withFooter = pages == 1 ? embed : embed.withFooter("Page " + (shown + 1) + " of " + pages);
        return MessageBody.embed(withFooter).withRows(rows(commands, shown, pages));
    }

    private static List<Embed.Field> fields(List<KnownCommand> commands) {
        var modules = commands.stream()
                .collect(Collectors.groupingBy(
                        command -> command.description().module(),
                        TreeMap::new,
                        Collectors.mapping(
                                command -> "`/" + command.name() + "` "
                                        + command.description().description(),
                                Collectors.joining("\n"))));
        var fields = new ArrayList<Embed.Field>();
        modules.forEach((module, lines) -> fields.add(new Embed.Field(
                capitalised(module),
                lines.length() <= LONGEST_FIELD ? lines : lines.substring(0, LONGEST_FIELD - 1) + "…",
                false)));
        return fields;
    }

    private static Row[] rows(List<KnownCommand> commands, int page, int pages) {
        var rows = new ArrayList<Row>();
        if (!commands.isEmpty()) {
            rows.add(Row.of(new Select(
                    CustomId.of(Service.GATEWAY, DETAILS, page).toString(),
                    SelectKind.TEXT,
                    "Details of a command",
                    1,
                    1,
                    commands.stream()
                            .map(command -> new Item(
                                    "/" + command.name(),
                                    command.name(),
                                    Optional.of(command.description().description()),
                                    false))
                            .toList(),
                    AnswerKind.EPHEMERAL)));
        }
        if (pages > 1) {
            rows.add(Row.of(button("Previous", page - 1, page > 0), button("Next", page + 1, page < pages - 1)));
        }
        return rows.toArray(Row[]::new);
    }

    private static Component button(String label, int page, boolean there) {
        return new Button(
                CustomId.of(Service.GATEWAY, PAGE, Math.max(0, page)).toString(),
                label,
                Style.SECONDARY,
                Optional.empty(),
                !there,
                AnswerKind.UPDATE);
    }

    private static String capitalised(String module) {
        return Character.toUpperCase(module.charAt(0)) + module.substring(1);
    }
}
