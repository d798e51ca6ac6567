package dev.warren.memory.community.calendar;

import dev.warren.memory.community.Community;
import dev.warren.runtime.commands.Answer;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons that choose one of two times which a clock change left open. */
@ApplicationScoped
class TimeButton implements ComponentHandler {
    static final String HANDLER = "calendar-when";

    private final Gatherings gatherings;
    private final Agenda agenda;
    private final SettingsView settings;

    TimeButton(Gatherings gatherings, Agenda agenda, SettingsView settings) {
        this.gatherings = gatherings;
        this.agenda = agenda;
        this.settings = settings;
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var guild = Community.guild(id);
        var time = Instant.ofEpochSecond(Community.number(id, 2));
        return Community.off(settings, call, guild)
                .map(Community::now)
                .orElseGet(() -> gatherings
                        .find(tx, guild, Community.number(id, 1))
                        .chain(found -> found.filter(Gathering::draft)
                                .filter(it -> it.by().equals(call.member().id()))
                                .map(it -> time.isAfter(call.time())
                                        ? choose(call, tx, it, time)
                                        : Community.refused("past", "That time is over by now."))
                                .orElseGet(() -> Community.refused(
                                        "question-gone", "That was answered, or replaced by another question."))));
    }

    private Uni<Outcome> choose(Call<ComponentUsed> call, Mutiny.StatelessSession tx, Gathering draft, Instant time) {
        return agenda.full(call, tx, draft.guild(), 1)
                .chain(full -> full.map(Community::now)
                        // what follows the update is the post
                        .orElseGet(() -> agenda.add(
                                        call, tx, draft.chosen(time, call.id().derive("answer:1")))
                                .map(added -> Outcome.update(
                                                MessageBody.text("It is on the calendar now: " + added.name() + "."))
                                        .then(new Answer.Message(CalendarTexts.post(added, List.of()), false)))));
    }
}
