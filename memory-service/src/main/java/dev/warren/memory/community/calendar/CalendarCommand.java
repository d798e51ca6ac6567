package dev.warren.memory.community.calendar;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.calendar.Gathering.Entry;
import dev.warren.memory.community.calendar.Guests.Came;
import dev.warren.memory.reminders.phrases.Phrase;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.redis.Files;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /calendar create|list|join|leave|cancel|export|import}. */
@ApplicationScoped
class CalendarCommand implements CommandHandler {
    static final String NAME = "calendar";
    static final String EVENT = "event";
    private static final String FILE = "file";

    private final Creating creating;
    private final Importing importing;
    private final Gatherings gatherings;
    private final Agenda agenda;
    private final Guests guests;
    private final CalendarPages pages;
    private final Files files;

    CalendarCommand(
            Creating creating,
            Importing importing,
            Gatherings gatherings,
            Agenda agenda,
            Guests guests,
            CalendarPages pages,
            Files files) {
        this.creating = creating;
        this.importing = importing;
        this.gatherings = gatherings;
        this.agenda = agenda;
        this.guests = guests;
        this.pages = pages;
        this.files = files;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(NAME, "What this server has before it")
                .module(Community.MODULE)
                .in("de", "kalender", "Was dieser Server vorhat")
                .in("es-ES", "calendario", "Lo que este servidor tiene por delante")
                .subcommand(
                        "create",
                        "Puts an event on the calendar",
                        AnswerKind.PUBLIC,
                        "calendar create Listening \"tomorrow at 20:00\"",
                        text(Creating.TITLE, "How it is called", Entry.LONGEST_TITLE)
                                .required(),
                        text(Creating.WHEN, "When it begins: tomorrow at 20:00, 24.12. um 18 Uhr", Phrase.LONGEST)
                                .required()
                                .completed(),
                        option(Creating.LASTS, "How long it lasts; an hour by default", OptionType.DURATION),
                        text(Creating.WHERE, "Where", Entry.LONGEST_PLACE),
                        text(Creating.DESCRIPTION, "What is to be known of it", Entry.LONGEST_ABOUT)
                                .rest())
                .subcommand("list", "Lists what is to come", AnswerKind.PUBLIC, "calendar list")
                .subcommand("join", "You come to an event", AnswerKind.EPHEMERAL, "calendar join 12", which())
                .subcommand("leave", "You do not come after all", AnswerKind.EPHEMERAL, "calendar leave 12", which())
                .subcommand("cancel", "Cancels an event of yours", AnswerKind.PUBLIC, "calendar cancel 12", which())
                .subcommand(
                        "export",
                        "Gives what is to come as an .ics file, for other calendars",
                        AnswerKind.EPHEMERAL,
                        "calendar export",
                        option(EVENT, "Only this one", OptionType.STRING).completed())
                .subcommand(
                        Optional.empty(),
                        "import",
                        "Reads events from an .ics file, and shows them before it takes them",
                        AnswerKind.EPHEMERAL,
                        "calendar import",
                        Permissions.of(Permission.MANAGE_EVENTS),
                        option(FILE, "The file", OptionType.ATTACHMENT).required())
                .bare("list")
                .build();
    }

    private static Option text(String name, String says, int longest) {
        return option(name, says, OptionType.STRING).between(1, longest);
    }

    private static Option which() {
        return option(EVENT, "Which one, by its number", OptionType.STRING)
                .required()
                .completed();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return switch (call.payload().subcommand().orElse("list")) {
            case "create" -> creating.create(call, tx);
            case "join" -> with(call, tx, it -> come(call, tx, it, true));
            case "leave" -> with(call, tx, it -> come(call, tx, it, false));
            case "cancel" -> with(call, tx, it -> cancel(call, tx, it));
            case "export" ->
                call.option(EVENT).isPresent()
                        ? with(call, tx, it -> export(List.of(it)))
                        : gatherings
                                .toCome(tx, call.guild().orElseThrow(), call.time(), 0, Integer.MAX_VALUE)
                                .chain(this::export);
            case "import" -> importing.read(call, tx, call.required(FILE).value());
            default ->
                pages.page(tx, call.guild().orElseThrow(), call.time(), 0).map(Outcome::message);
        };
    }

    private Uni<Outcome> come(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Gathering it, boolean joins) {
        return guests.come(call, tx, it, joins).map(came -> switch (came) {
            case Came.Now(var all) ->
                Outcome.ephemeral(MessageBody.text(
                                joins
                                        ? "You come to " + it.name() + ". I'll call it to mind before it begins, "
                                                + Community.stamp(it.entry().startsAt(), "F") + "."
                                        : "You do not come to " + it.name() + "."))
                        .emitting(CalendarTexts.edited(call, it, all));
            case Came.Already(var why) -> Outcome.refused("already-so", why);
            case Came.Full(var most) -> Outcome.refused("full", Guests.full(most));
        });
    }

    private Uni<Outcome> cancel(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Gathering it) {
        boolean own = it.by().equals(call.member().id());
        if (!own && !Community.may(call.member(), Permission.MANAGE_EVENTS)) {
            return Community.refused(
                    "not-yours",
                    "Only <@" + it.by() + "> and those who may manage events can cancel " + it.name() + ".");
        }
        return agenda.cancel(call, tx, it)
                .chain(cancelled -> gatherings.guests(tx, it.id()).map(all -> {
                    var said = Outcome.message(CalendarTexts.cancelled(it, all))
                            .emitting(CalendarTexts.edited(call, cancelled, all));
                    return own
                            ? said
                            : said.emitting(
                                    Community.audited(call, it.guild(), "event-cancelled", Long.toString(it.id())));
                }));
    }

    private Uni<Outcome> export(List<Gathering> events) {
        if (events.isEmpty()) {
            return Community.refused(
                    "nothing-to-export", "Nothing is on the calendar. `/calendar create` makes an event.");
        }
        var said = events.size() == 1 ? "1 event" : events.size() + " events";
        return files.attach("calendar.ics", "text/calendar", said, IcsText.of(events))
                .map(file -> Outcome.ephemeral(MessageBody.text("Here: " + said + ", for any calendar.")
                        .withFiles(file)));
    }

    private Uni<Outcome> with(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, Function<Gathering, Uni<Outcome>> then) {
        return agenda.typed(
                        tx,
                        call.guild().orElseThrow(),
                        call.option(EVENT).map(OptionValue::value).orElse(""),
                        call.time())
                .chain(
                        found -> found.map(then)
                                .orElseGet(
                                        () -> Community.refused(
                                                "unknown-event",
                                                "`" + EVENT
                                                        + "` must be the number of an event that is to come. `/calendar list` shows them.")));
    }
}
