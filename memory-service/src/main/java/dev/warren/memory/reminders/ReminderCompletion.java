package dev.warren.memory.reminders;

import dev.warren.memory.profile.MemberZones;
import dev.warren.memory.reminders.phrases.Phrase;
import dev.warren.memory.reminders.phrases.When;
import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Completes the numbers of a member's reminders, and shows how a time that is being typed is read. */
@ApplicationScoped
class ReminderCompletion implements CompletionHandler {
    private static final int MOST = 25;
    private static final int LONGEST = 100;

    private final Mutiny.SessionFactory sessions;
    private final Reminders reminders;
    private final ReminderBook book;
    private final MemberZones zones;

    ReminderCompletion(Mutiny.SessionFactory sessions, Reminders reminders, ReminderBook book, MemberZones zones) {
        this.sessions = sessions;
        this.reminders = reminders;
        this.book = book;
        this.zones = zones;
    }

    @Override
    public String command() {
        return RemindCommand.NAME;
    }

    @Override
    public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
        var member = request.origin().member().id();
        return sessions.withStatelessSession(session -> request.focused().equals(RemindCommand.REMINDER)
                ? numbers(session, member, request.typed())
                : zones.of(session, member, settings).map(zone -> times(request.typed(), request.requestedAt(), zone)));
    }

    private Uni<List<Choice>> numbers(Mutiny.StatelessSession session, UserId member, String typed) {
        var wanted = typed.toLowerCase(Locale.ROOT);
        return reminders
                .waiting(session, member)
                .map(waiting -> waiting.stream()
                        .map(reminder -> new Choice(cut(ReminderTexts.label(reminder)), String.valueOf(reminder.id())))
                        .filter(choice -> choice.name().toLowerCase(Locale.ROOT).contains(wanted))
                        .limit(MOST)
                        .toList());
    }

    private List<Choice> times(String typed, Instant now, ZoneId zone) {
        if (typed.isBlank()) {
            return Arrays.stream(Usual.values())
                    .map(usual -> new Choice(usual.label(), usual.phrase()))
                    .toList();
        }
        return Phrase.parse(typed)
                .flatMap(phrase -> first(book.resolver().resolve(phrase, now.atZone(zone))))
                .map(time -> new Choice(
                        cut(typed + ": " + ReminderTexts.read(time, zone) + " (" + zone.getId() + ")"), typed))
                .filter(choice -> choice.value().length() <= LONGEST)
                .stream()
                .toList();
    }

    private static Optional<Instant> first(When when) {
        return switch (when) {
            case When.Once(var instant) -> Optional.of(instant);
            case When.Repeating(var _, var _, var first) -> Optional.of(first);
            case When.Twice(var _, var earlier, var _) -> Optional.of(earlier);
            case When.Skipped(var _, var _, var after) -> Optional.of(after);
            case When.Never _ -> Optional.empty();
        };
    }

    private static String cut(String label) {
        return label.length() <= LONGEST ? label : label.substring(0, LONGEST - 1) + "…";
    }
}
