package dev.warren.schemas.ids;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventIdTest {
    private static final MessageId MESSAGE = new MessageId(1234);

    @Test
    void eventIds_ofEachKind_readAsTheArchitectureWritesThem() {
        assertThat(EventId.message(MESSAGE)).hasToString("message:1234");
        assertThat(EventId.messageEdited(MESSAGE, Instant.parse("2026-11-20T12:00:00.5Z")))
                .hasToString("message:1234/edited:2026-11-20T12:00:00.500Z");
        assertThat(EventId.messageDeleted(MESSAGE)).hasToString("message:1234/deleted");
        assertThat(EventId.fact(MESSAGE)).hasToString("fact:1234");
        assertThat(EventId.command(MESSAGE)).hasToString("command:1234");
        assertThat(EventId.interaction(new InteractionId(5678))).hasToString("interaction:5678");
        assertThat(EventId.sequenced("0f3a", 17)).hasToString("0f3a:17");
        assertThat(EventId.fact(MESSAGE).derive("level-reached:7")).hasToString("fact:1234/level-reached:7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "fact", "command", "interaction", "", " ", "a:b", "a/b"})
    void sequenced_withASessionThatCouldBeAnotherKind_isRefused(String session) {
        assertThatThrownBy(() -> EventId.sequenced(session, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("session must")
                .hasMessageEndingWith(": " + session);
    }

    @Test
    void sequenced_withANegativeSequence_isRefused() {
        assertThatThrownBy(() -> EventId.sequenced("0f3a", -1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("sequence must not be negative: -1");
    }

    @Test
    void derive_nothing_isRefused() {
        var cause = EventId.fact(MESSAGE);

        assertThatThrownBy(() -> cause.derive(" "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("what must not be blank:  ");
    }

    @Test
    void eventId_blankOrTooLong_isRefused() {
        var longest = "x".repeat(EventId.MAX_LENGTH);

        assertThat(EventId.of(longest).value()).hasSize(240);
        assertThatThrownBy(() -> EventId.of(longest + "x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("eventId must have 1 to 240 characters: x");
        assertThatThrownBy(() -> EventId.of("  "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("eventId must have 1 to 240 characters:   ");
    }
}
