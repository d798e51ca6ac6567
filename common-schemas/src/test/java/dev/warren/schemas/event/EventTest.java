package dev.warren.schemas.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final EventId FIRST = EventId.command(new MessageId(1234));

    @Test
    void first_ofAChain_isItsOwnCorrelationAndHasNoCause() {
        var event = Event.first(FIRST, "/gateway/0", NOON, "1:2", "asked");

        assertThat(event.correlationId()).isEqualTo(FIRST);
        assertThat(event.causationId()).isEmpty();
    }

    @Test
    void causes_twice_keepsTheCorrelationAndNamesTheNearestCause() {
        var event = Event.first(FIRST, "/gateway/0", NOON, "1:2", "asked")
                .causes(FIRST.derive("reply"), "/leveling", NOON.plusMillis(3), "9", "answered")
                .causes(FIRST.derive("reply").derive("done"), "/gateway/0", NOON.plusMillis(9), "9", "posted");

        assertThat(event.correlationId()).isEqualTo(FIRST);
        assertThat(event.causationId()).contains(FIRST.derive("reply"));
        assertThat(event.source()).isEqualTo("/gateway/0");
        assertThat(event.payload()).isEqualTo("posted");
    }
}
