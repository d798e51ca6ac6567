package dev.warren.memory.community.calendar;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.Numbered;
import dev.warren.memory.community.Pages;
import dev.warren.memory.community.Texts;
import dev.warren.memory.profile.MemberZones;
import dev.warren.memory.reminders.phrases.Phrase;
import dev.warren.memory.reminders.phrases.When;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The pages of what is to come, and the buttons that turn them. */
@ApplicationScoped
class CalendarPages implements ComponentHandler {
    private static final String HANDLER = "calendar-page";

    private final Gatherings gatherings;
    private final SettingsView settings;

    CalendarPages(Gatherings gatherings, SettingsView settings) {
        this.gatherings = gatherings;
        this.settings = settings;
    }

    /** @param page from 0 */
    Uni<MessageBody> page(Mutiny.StatelessSession tx, GuildId guild, Instant now, int page) {
        return gatherings.countToCome(tx, guild, now).chain(count -> {
            if (count == 0) {
                return Uni.createFrom()
                        .item(MessageBody.text("Nothing is on the calendar. `/calendar create` makes an event."));
            }
            var pages = new Pages(page, count, CalendarTexts.PAGE_SIZE);
            return gatherings
                    .toCome(tx, guild, now, pages.offset(), CalendarTexts.PAGE_SIZE)
                    .map(found -> pages.show(
                            "Calendar", found.stream().map(CalendarTexts::line).toList(), HANDLER, guild, "all"));
        });
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var guild = Community.guild(id);
        return Community.off(settings, call, guild)
                .map(Community::now)
                .orElseGet(() -> page(tx, guild, call.time(), (int) Community.number(id, 1))
                        .map(Outcome::update));
    }

    /** Completes the numbers of events, and shows how a time that is being typed is read. */
    @ApplicationScoped
    static class Completion implements CompletionHandler {
        private static final int SEARCHED = 500;
        private static final int LONGEST = 100;
        private static final DateTimeFormatter READ =
                DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm", Locale.ENGLISH);

        private final Mutiny.SessionFactory sessions;
        private final Gatherings gatherings;
        private final Creating creating;
        private final MemberZones zones;

        Completion(Mutiny.SessionFactory sessions, Gatherings gatherings, Creating creating, MemberZones zones) {
            this.sessions = sessions;
            this.gatherings = gatherings;
            this.creating = creating;
            this.zones = zones;
        }

        @Override
        public String command() {
            return CalendarCommand.NAME;
        }

        @Override
        public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
            var guild = request.origin().guild();
            if (guild.isEmpty()) {
                return Uni.createFrom().item(List.of());
            }
            return sessions.withStatelessSession(session -> request.focused().equals(CalendarCommand.EVENT)
                    ? gatherings
                            .toCome(session, guild.get(), request.requestedAt(), 0, SEARCHED)
                            .map(found -> Numbered.choices(
                                    found.stream()
                                            .map(it -> new Numbered(
                                                    it.id(), it.entry().title()))
                                            .toList(),
                                    request.typed()))
                    : zones.of(session, request.origin().member().id(), settings)
                            .map(zone -> times(request.typed(), request.requestedAt(), zone)));
        }

        private List<Choice> times(String typed, Instant now, ZoneId zone) {
            return Phrase.parse(typed)
                    .flatMap(phrase -> once(creating.resolver().resolve(phrase, now.atZone(zone))))
                    .filter(_ -> typed.length() <= LONGEST)
                    .map(time -> new Choice(
                            Texts.shortened(
                                    typed + ": " + READ.format(time.atZone(zone)) + " (" + zone.getId() + ")", LONGEST),
                            typed))
                    .stream()
                    .toList();
        }

        private static Optional<Instant> once(When when) {
            return switch (when) {
                case When.Once(var instant) -> Optional.of(instant);
                case When.Twice(var _, var earlier, var _) -> Optional.of(earlier);
                case When.Skipped(var _, var _, var after) -> Optional.of(after);
                case When.Repeating _, When.Never _ -> Optional.empty();
            };
        }
    }
}
