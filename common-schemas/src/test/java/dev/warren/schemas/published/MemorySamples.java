package dev.warren.schemas.published;

import static dev.warren.schemas.published.DiscordSamples.FIVER;
import static dev.warren.schemas.published.DiscordSamples.GUILD;
import static dev.warren.schemas.published.DiscordSamples.NOON;
import static dev.warren.schemas.published.Sample.full;
import static dev.warren.schemas.published.Sample.minimal;

import dev.warren.schemas.memory.MemoryEvent;
import dev.warren.schemas.memory.MemoryRequestEvent;
import java.util.List;
import java.util.Optional;

/** What the memory service decides. */
final class MemorySamples {
    private MemorySamples() {}

    static List<Sample> all() {
        return List.of(
                full(new MemoryEvent.ReminderDue(Optional.of(GUILD), FIVER, 42, NOON)),
                minimal(new MemoryEvent.ReminderDue(Optional.empty(), FIVER, 42, NOON)),
                full(new MemoryEvent.ProfileChanged(
                        Optional.of(GUILD), FIVER, List.of("bio", "timezone"), false, Optional.of("Europe/Vienna"))),
                minimal(new MemoryEvent.ProfileChanged(
                        Optional.empty(), FIVER, List.of("bio"), true, Optional.empty())),
                full(new MemoryEvent.MemberErased(Optional.of(GUILD), FIVER, NOON)),
                minimal(new MemoryEvent.MemberErased(Optional.empty(), FIVER, NOON)),
                full(new MemoryRequestEvent.RememberFact(Optional.of(GUILD), FIVER, "Fiver dreams of fields.", NOON)),
                minimal(new MemoryRequestEvent.RememberFact(Optional.empty(), FIVER, "Fiver dreams of fields.", NOON)),
                full(new MemoryRequestEvent.ForgetFacts(Optional.of(GUILD), FIVER, List.of(3, 7), NOON)),
                minimal(new MemoryRequestEvent.ForgetFacts(Optional.empty(), FIVER, List.of(3), NOON)),
                full(new MemoryEvent.CalendarEventDue(GUILD, 7, NOON)));
    }
}
