package dev.warren.memory.community.calendar;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.calendar.Guests.Came;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons under an event. */
@ApplicationScoped
class GuestButton implements ComponentHandler {
    static final String HANDLER = "calendar-guest";
    static final String JOIN = "join";
    static final String LEAVE = "leave";

    private final Gatherings gatherings;
    private final Guests guests;
    private final SettingsView settings;

    GuestButton(Gatherings gatherings, Guests guests, SettingsView settings) {
        this.gatherings = gatherings;
        this.guests = guests;
        this.settings = settings;
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var guild = Community.guild(id);
        boolean joins = id.argument(2).equals(Optional.of(JOIN));
        return Community.off(settings, call, guild)
                .map(Community::now)
                .orElseGet(() -> gatherings
                        .find(tx, guild, Community.number(id, 1))
                        .chain(found -> found.filter(Gathering::stands)
                                .filter(it -> it.entry().endsAt().isAfter(call.time()))
                                .map(it -> guests.come(call, tx, it, joins).map(came -> switch (came) {
                                    case Came.Now(var all) -> Outcome.update(CalendarTexts.post(it, all));
                                    case Came.Already(var why) -> Outcome.refused("already-so", why);
                                    case Came.Full(var most) -> Outcome.refused("full", Guests.full(most));
                                }))
                                .orElseGet(() ->
                                        Community.refused("unknown-event", "That event is over, or was cancelled."))));
    }
}
