package dev.warren.memory.community.calendar;

import dev.warren.memory.community.CommunityConfig;
import dev.warren.memory.undo.Deed;
import dev.warren.memory.undo.Deeds;
import dev.warren.memory.undo.Undoable;
import dev.warren.runtime.commands.Call;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who comes to an event. */
@ApplicationScoped
class Guests implements Undoable {
    private static final Map<String, String> COMES = Map.of("comes", "yes");

    private final CommunityConfig.Calendar config;
    private final Gatherings gatherings;
    private final Deeds deeds;

    Guests(CommunityConfig config, Gatherings gatherings, Deeds deeds) {
        this.config = config.calendar();
        this.gatherings = gatherings;
        this.deeds = deeds;
    }

    /** What came of the wish to come or not. */
    sealed interface Came {
        /** @param all who come now */
        record Now(List<UserId> all) implements Came {
            public Now {
                all = List.copyOf(all);
            }
        }

        record Already(String why) implements Came {}

        record Full(int most) implements Came {}
    }

    static String full(int most) {
        return "The event is full: %,d come, which is the most that may.".formatted(most);
    }

    /** @param joins whether the caller comes, or does not */
    Uni<Came> come(
            Call<? extends InteractionEvent> call, Mutiny.StatelessSession tx, Gathering gathering, boolean joins) {
        var member = call.member().id();
        return gatherings.guests(tx, gathering.id()).chain(guests -> {
            if (guests.contains(member) == joins) {
                return Uni.createFrom()
                        .item(new Came.Already(
                                joins ? "You have joined that event already." : "You have not joined that event."));
            }
            if (joins && guests.size() >= config.mostGuests()) {
                return Uni.createFrom().item(new Came.Full(config.mostGuests()));
            }
            return set(call, tx, gathering, member, joins)
                    .chain(() -> deeds.note(tx, deed(gathering, member, joins), call.time()))
                    .chain(() -> gatherings.guests(tx, gathering.id()))
                    .map(Came.Now::new);
        });
    }

    private Uni<Void> set(
            Call<? extends InteractionEvent> call,
            Mutiny.StatelessSession tx,
            Gathering gathering,
            UserId member,
            boolean joins) {
        return joins
                ? gatherings.join(tx, gathering.id(), member, call.time())
                : gatherings.leave(tx, gathering.id(), member);
    }

    private static Deed deed(Gathering gathering, UserId member, boolean joins) {
        return new Deed(
                gathering.guild(),
                member,
                gathering.by(),
                "guest",
                Long.toString(gathering.id()),
                "your place at " + gathering.name(),
                joins ? Map.of() : COMES,
                joins ? COMES : Map.of());
    }

    @Override
    public String kind() {
        return "guest";
    }

    @Override
    public Uni<Put> put(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Deed deed,
            Map<String, String> expected,
            Map<String, String> wanted) {
        boolean joins = !wanted.isEmpty();
        return gatherings
                .find(tx, deed.guild(), Long.parseLong(deed.item()))
                .chain(found -> found.filter(Gathering::stands)
                        .map(it -> put(call, tx, it, deed.member(), joins))
                        .orElseGet(() -> Uni.createFrom().item(new Put.Changed())));
    }

    private Uni<Put> put(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, Gathering it, UserId member, boolean joins) {
        return gatherings.guests(tx, it.id()).chain(guests -> {
            if (guests.contains(member) == joins) {
                return Uni.createFrom().item(new Put.Changed());
            }
            if (joins && guests.size() >= config.mostGuests()) {
                return Uni.createFrom().item(new Put.Impossible("cannot come back: the event is full"));
            }
            return set(call, tx, it, member, joins)
                    .chain(() -> gatherings.guests(tx, it.id()))
                    .map(all -> Undoable.done(CalendarTexts.edited(call, it, all)));
        });
    }
}
