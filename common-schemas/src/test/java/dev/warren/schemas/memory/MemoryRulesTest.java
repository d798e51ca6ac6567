package dev.warren.schemas.memory;

import dev.warren.schemas.Rule;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.memory.MemoryEvent.ProfileChanged;
import dev.warren.schemas.memory.MemoryEvent.ReminderDue;
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
                        "nothing changed",
                        () -> new ProfileChanged(Optional.empty(), new UserId(1), List.of(), false, Optional.empty()),
                        "fields must not be empty"));
    }
}
