package dev.warren.memory.community.calendar;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.CommunityConfig;
import dev.warren.memory.community.Form;
import dev.warren.memory.community.Texts;
import dev.warren.memory.community.Typed;
import dev.warren.memory.community.calendar.Gathering.Entry;
import dev.warren.memory.profile.MemberZones;
import dev.warren.memory.reminders.phrases.Phrase;
import dev.warren.memory.reminders.phrases.Resolver;
import dev.warren.memory.reminders.phrases.When;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionValue;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes an event of what somebody typed, and asks back where a clock change leaves the time open. */
@ApplicationScoped
class Creating {
    static final String TITLE = "title";
    static final String WHEN = "when";
    static final String LASTS = "lasts";
    static final String WHERE = "where";
    static final String DESCRIPTION = "description";

    private final CommunityConfig.Calendar config;
    private final Gatherings gatherings;
    private final Agenda agenda;
    private final MemberZones zones;

    Creating(CommunityConfig config, Gatherings gatherings, Agenda agenda, MemberZones zones) {
        this.config = config.calendar();
        this.gatherings = gatherings;
        this.agenda = agenda;
        this.zones = zones;
    }

    Uni<Outcome> create(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var form = new Form(call)
                .read(TITLE, typed -> Texts.line(TITLE, typed, Entry.LONGEST_TITLE))
                .read(WHEN, Creating::phrase)
                .read(LASTS, typed -> lasts(typed, config.longest()))
                .read(WHERE, typed -> Texts.line(WHERE, typed, Entry.LONGEST_PLACE))
                .read(DESCRIPTION, typed -> Texts.paragraph(DESCRIPTION, typed, Entry.LONGEST_ABOUT));
        return form.then(() -> zones.of(tx, call.member().id(), call.settings()).chain(zone -> {
            var when = Phrase.parse(form.value(WHEN, ""))
                    .map(read -> resolver().resolve(read, call.time().atZone(zone)))
                    .orElseGet(() -> new When.Never("unclear-time", "That is no time."));
            return at(call, tx, form, zone, when);
        }));
    }

    /** Nothing comes round on the calendar, so how often it would does not matter. */
    Resolver resolver() {
        return new Resolver(config.furthest(), Duration.ZERO);
    }

    private static Typed phrase(String typed) {
        return Phrase.parse(typed).isPresent()
                ? new Typed.Fine(typed)
                : new Typed.Wrong(WHEN, "be a time such as " + CalendarTexts.EXAMPLES, typed);
    }

    private static Typed lasts(String typed, Duration longest) {
        var span = Duration.parse(typed);
        return span.isNegative() || span.compareTo(longest) > 0
                ? new Typed.Wrong(LASTS, "be at most " + longest.toDays() + " days", span.toDays() + " days")
                : new Typed.Fine(typed);
    }

    private Uni<Outcome> at(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Form form, ZoneId zone, When when) {
        return switch (when) {
            case When.Once(var instant) -> add(call, tx, gathering(call, form, instant, false));
            case When.Twice(var local, var earlier, var later) ->
                ask(
                        call,
                        tx,
                        gathering(call, form, earlier, true),
                        "The clock shows " + local.toLocalTime()
                                + " twice on that day, since it is put back. Which one?",
                        zone,
                        List.of(earlier, later));
            case When.Skipped(var local, var before, var after) ->
                ask(
                        call,
                        tx,
                        gathering(call, form, before, true),
                        "There is no " + local.toLocalTime()
                                + " on that day, since the clock is put forward. When then?",
                        zone,
                        List.of(before, after));
            case When.Repeating _ ->
                Community.now(new Typed.Wrong(WHEN, "be one time, since an event is once", typed(call)).refused());
            case When.Never(var reason, var why) ->
                reason.equals("past")
                        ? Community.now(new Typed.Wrong(WHEN, "lie ahead", typed(call)).refused())
                        : Community.refused(reason, "`" + WHEN + "`: " + why + " Nothing was changed.");
        };
    }

    private static String typed(Call<CommandInvoked> call) {
        return call.option(WHEN).map(OptionValue::value).orElse("");
    }

    private Gathering gathering(Call<CommandInvoked> call, Form form, Instant starts, boolean draft) {
        var lasts = Duration.parse(form.value(LASTS, config.usual().toString()));
        var number = call.id().value().replaceAll("[^A-Za-z0-9]", "-");
        var entry = new Entry(
                number + "@warren",
                form.value(TITLE, ""),
                form.value(DESCRIPTION, ""),
                form.value(WHERE, ""),
                starts,
                starts.plus(lasts));
        return new Gathering(
                0,
                call.guild().orElseThrow(),
                call.member().id(),
                call.origin().channel(),
                entry,
                draft ? Optional.empty() : Optional.of(call.id().derive("answer")),
                draft,
                call.time(),
                Optional.empty());
    }

    private Uni<Outcome> add(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Gathering gathering) {
        return agenda.full(call, tx, gathering.guild(), 1)
                .chain(full -> full.map(Community::now)
                        .orElseGet(() -> agenda.add(call, tx, gathering)
                                .map(added -> Outcome.message(CalendarTexts.post(added, List.of())))));
    }

    private Uni<Outcome> ask(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Gathering draft,
            String why,
            ZoneId zone,
            List<Instant> times) {
        return gatherings
                .deleteDrafts(tx, draft.guild(), draft.by())
                .chain(() -> gatherings.add(tx, draft))
                .map(added -> Outcome.ephemeral(CalendarTexts.which(added, why, zone, times)));
    }
}
