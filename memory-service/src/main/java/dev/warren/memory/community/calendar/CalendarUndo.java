package dev.warren.memory.community.calendar;

import dev.warren.memory.undo.Deed;
import dev.warren.memory.undo.Undoable;
import dev.warren.runtime.commands.Call;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes back that events were made or cancelled; their posts and timers follow. */
@ApplicationScoped
class CalendarUndo implements Undoable {
    private final Gatherings gatherings;
    private final Agenda agenda;

    CalendarUndo(Gatherings gatherings, Agenda agenda) {
        this.gatherings = gatherings;
        this.agenda = agenda;
    }

    @Override
    public String kind() {
        return Agenda.KIND;
    }

    @Override
    public Uni<Put> put(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Deed deed,
            Map<String, String> expected,
            Map<String, String> wanted) {
        return gatherings
                .find(tx, deed.guild(), Long.parseLong(deed.item()))
                .chain(found -> found.filter(it -> !it.draft() && it.state().equals(expected))
                        .map(it -> put(call, tx, it, wanted.isEmpty()))
                        .orElseGet(() -> Uni.createFrom().item(new Put.Changed())));
    }

    private Uni<Put> put(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Gathering it, boolean gone) {
        if (!gone && !it.entry().startsAt().isAfter(call.time())) {
            return Uni.createFrom().item(new Put.Impossible("cannot come back: it would have begun already"));
        }
        var changed = gone ? it.removed(call.time()) : it.back();
        return agenda.put(call, tx, changed)
                .chain(() -> gatherings.guests(tx, it.id()))
                .map(guests -> Undoable.done(CalendarTexts.edited(call, changed, guests)));
    }

    /** Takes an import back, all of it, and makes it again. */
    @ApplicationScoped
    static class OfImports implements Undoable {
        static final String KIND = "import";
        /** The numbers of what was imported, joined by commas. */
        static final String EVENTS = "events";

        private final Gatherings gatherings;
        private final Agenda agenda;

        OfImports(Gatherings gatherings, Agenda agenda) {
            this.gatherings = gatherings;
            this.agenda = agenda;
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public Uni<Put> put(
                Call<CommandInvoked> call,
                Mutiny.StatelessSession tx,
                Deed deed,
                Map<String, String> expected,
                Map<String, String> wanted) {
            boolean gone = wanted.isEmpty();
            var numbers = Arrays.stream(
                            (gone ? expected : wanted).getOrDefault(EVENTS, "").split(","))
                    .map(Long::parseLong)
                    .toList();
            return Multi.createFrom()
                    .iterable(numbers)
                    .onItem()
                    .transformToUniAndConcatenate(id -> gatherings
                            .find(tx, deed.guild(), id)
                            .chain(found -> found.filter(it -> it.stands() == gone)
                                    .filter(it -> gone || it.entry().startsAt().isAfter(call.time()))
                                    .map(it -> agenda.put(call, tx, gone ? it.removed(call.time()) : it.back())
                                            .replaceWith(1))
                                    .orElseGet(() -> Uni.createFrom().item(0))))
                    .collect()
                    .asList()
                    .map(done -> done.contains(1) ? Undoable.done() : new Put.Changed());
        }
    }
}
