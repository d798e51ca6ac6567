package dev.warren.schemas.memory;

import dev.warren.schemas.Rule;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.memory.MemoryEvent.CalendarEventDue;
import dev.warren.schemas.memory.MemoryEvent.ProfileChanged;
import dev.warren.schemas.memory.MemoryEvent.ReminderDue;
import dev.warren.schemas.memory.MemoryRequestEvent.ForgetFacts;
import dev.warren.schemas.memory.MemoryRequestEvent.RememberFact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the memory service's events refuse. */
class MemoryRulesTest {
    @ParameterizedTest
    @MethodSource("rules")
    void event_thatBreaksARule_isRefusedInWords(Rule rule) {
        rule.check();
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "no number",
                        () -> new ReminderDue(Optional.empty(), new UserId(1), 0, Instant.EPOCH),
                        "reminder must be at least 1: 0"),
                new Rule(
                        "no event",
                        () -> new CalendarEventDue(new GuildId(1), 0, Instant.EPOCH),
                        "event must be at least 1: 0"),
                new Rule(
                        "nothing changed",
                        () -> new ProfileChanged(Optional.empty(), new UserId(1), List.of(), false, Optional.empty()),
                        "fields must not be empty"),
                new Rule(
                        "says nothing",
                        () -> new RememberFact(Optional.empty(), new UserId(1), " ", Instant.EPOCH),
                        "text must have 1 to 500 characters: 1"),
                new Rule(
                        "says too much",
                        () -> new RememberFact(Optional.empty(), new UserId(1), "x".repeat(501), Instant.EPOCH),
                        "text must have 1 to 500 characters: 501"),
                new Rule(
                        "forgets nothing",
                        () -> new ForgetFacts(Optional.empty(), new UserId(1), List.of(), Instant.EPOCH),
                        "facts must be 1 to 100: 0"),
                new Rule(
                        "forgets what cannot be",
                        () -> new ForgetFacts(Optional.empty(), new UserId(1), List.of(3, 0), Instant.EPOCH),
                        "facts must be numbers from 1: [3, 0]"));
    }
}
