package dev.warren.memory.reminders;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.memory.profile.MemberZones;
import dev.warren.memory.reminders.phrases.Phrase;
import dev.warren.memory.reminders.phrases.Wording;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Option;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /remind me|list|edit|cancel}. */
@ApplicationScoped
class RemindCommand implements CommandHandler {
    static final String NAME = "remind";
    static final String MODULE = "reminders";
    static final String WHAT = "what";
    static final String WHEN = "when";
    static final String REMINDER = "reminder";

    private final Reminders reminders;
    private final ReminderBook book;
    private final Asking asking;
    private final MemberZones zones;
    private final OwnReminder own;

    RemindCommand(Reminders reminders, ReminderBook book, Asking asking, MemberZones zones, OwnReminder own) {
        this.reminders = reminders;
        this.book = book;
        this.asking = asking;
        this.zones = zones;
        this.own = own;
    }

    @Override
    public CommandDescription description() {
        return Describe.command(NAME, "Reminds you of something, once or again and again")
                .module(MODULE)
                .everywhere()
                .in("de", "erinnern", "Erinnert dich an etwas, einmal oder immer wieder")
                .in("es-ES", "recordar", "Te recuerda algo, una vez o repetidamente")
                .subcommand(
                        "me",
                        "Reminds you; without a time I ask for one",
                        AnswerKind.EPHEMERAL,
                        "remind me water the plants tomorrow at 18:00",
                        option(WHAT, "Of what", OptionType.STRING).required().between(1, Reminder.LONGEST),
                        option(WHEN, "When: in 10 minutes, tomorrow at 18:00, every Monday at 9", OptionType.STRING)
                                .between(1, Phrase.LONGEST)
                                .completed()
                                .rest())
                .subcommand("list", "Lists what you will be reminded of", AnswerKind.EPHEMERAL, "remind list")
                .subcommand(
                        "edit",
                        "Changes the time or the words of a reminder",
                        AnswerKind.EPHEMERAL,
                        "remind edit 42 tomorrow at 18:00",
                        which(),
                        option(WHEN, "When from now on", OptionType.STRING)
                                .between(1, Phrase.LONGEST)
                                .completed(),
                        option(WHAT, "Of what from now on", OptionType.STRING)
                                .between(1, Reminder.LONGEST)
                                .rest())
                .subcommand("cancel", "Cancels a reminder", AnswerKind.EPHEMERAL, "remind cancel 42", which())
                .bare("list")
                .build();
    }

    private static Option which() {
        return option(REMINDER, "Which one, by its number", OptionType.STRING)
                .required()
                .completed();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return switch (call.payload().subcommand().orElse("list")) {
            case "me" -> me(call, tx);
            case "edit" -> own.withTyped(call, tx, reminder -> edit(call, tx, reminder));
            case "cancel" ->
                own.withTyped(
                        call,
                        tx,
                        reminder -> book.cancel(tx, reminder, call.time())
                                .map(_ -> Outcome.ephemeral(MessageBody.text("Cancelled: " + reminder.words()))));
            default ->
                reminders
                        .waiting(tx, call.member().id())
                        .map(waiting -> Outcome.ephemeral(ReminderTexts.list(waiting)));
        };
    }

    private Uni<Outcome> me(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var wording = wording(call);
        if (wording.words().isBlank()) {
            return refused(
                    "no-words", "Of what shall I remind you? Write it such as `remind me water the plants tomorrow`.");
        }
        if (wording.when().isEmpty() && call.option(WHEN).isPresent() && !isWritten(call)) {
            return unclear(call);
        }
        return zones.of(tx, call.member().id(), call.settings()).chain(zone -> {
            var draft = Reminder.draft(
                    call.member().id(),
                    call.guild(),
                    call.origin().channel(),
                    wording.words(),
                    zone,
                    call.id(),
                    call.time());
            return wording.when().isPresent()
                    ? asking.set(tx, draft, wording.when().get(), call.time(), Outcome::ephemeral)
                    : book.ask(tx, draft).map(asked -> Outcome.ephemeral(ReminderTexts.when(asked)));
        });
    }

    private Uni<Outcome> edit(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Reminder reminder) {
        var wording = isWritten(call)
                ? Wording.of(joined(call, WHEN, WHAT))
                : new Wording(
                        call.option(WHAT).map(OptionValue::value).orElse(""),
                        call.option(WHEN).map(OptionValue::value).flatMap(Phrase::parse));
        if (wording.when().isEmpty() && call.option(WHEN).isPresent() && !isWritten(call)) {
            return unclear(call);
        }
        if (wording.words().isBlank() && wording.when().isEmpty()) {
            return refused("nothing-to-change", "Say what is to change: another time, other words, or both.");
        }
        var said = wording.words().isBlank() ? reminder : reminder.saying(wording.words());
        if (wording.when().isPresent()) {
            return zones.of(tx, call.member().id(), call.settings())
                    .chain(zone ->
                            asking.set(tx, said.in(zone), wording.when().get(), call.time(), Outcome::ephemeral));
        }
        return book.set(tx, said).map(saved -> Outcome.ephemeral(ReminderTexts.noted(saved)));
    }

    /** A written command has one text, of which the gateway gave the first word to the first option. */
    private static Wording wording(Call<CommandInvoked> call) {
        if (isWritten(call) || call.option(WHEN).isEmpty()) {
            return Wording.of(joined(call, WHAT, WHEN));
        }
        return Wording.of(call.required(WHAT).value(), call.required(WHEN).value());
    }

    private static boolean isWritten(Call<CommandInvoked> call) {
        return switch (call.payload().via()) {
            case PREFIX, MENTION -> true;
            case SLASH, CONTEXT_MENU -> false;
        };
    }

    private static String joined(Call<CommandInvoked> call, String first, String second) {
        return Stream.of(first, second)
                .flatMap(name -> call.option(name).stream())
                .map(OptionValue::value)
                .collect(Collectors.joining(" "));
    }

    private static Uni<Outcome> unclear(Call<CommandInvoked> call) {
        var typed = call.required(WHEN).value();
        return refused(
                "unclear-time",
                "I don't understand " + ReminderTexts.quoted(typed) + " as a time. " + ReminderTexts.EXAMPLES);
    }

    private static Uni<Outcome> refused(String reason, String text) {
        return Uni.createFrom().item(Outcome.refused(reason, text));
    }
}
