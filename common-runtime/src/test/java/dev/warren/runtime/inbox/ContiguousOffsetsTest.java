package dev.warren.runtime.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ContiguousOffsetsTest {
    private final ContiguousOffsets offsets = new ContiguousOffsets();

    @Test
    void advance_nothingDone_isEmpty() {
        // Given
        offsets.received(7);
        // When, Then
        assertThat(offsets.advance()).isEmpty();
    }

    @Test
    void advance_doneOutOfOrder_stopsAtTheFirstThatIsNotDone() {
        // Given
        LongStream.rangeClosed(7, 10).forEach(offsets::received);
        // When
        offsets.done(8);
        offsets.done(10);
        // Then
        assertThat(offsets.advance()).isEmpty();
        // When
        offsets.done(7);
        // Then
        assertThat(offsets.advance()).hasValue(9);
        assertThat(offsets.advance()).isEmpty();
    }

    @Test
    void advance_offsetsWithHoles_passesOverThem() {
        // Given: only the last of a batch is received, and a compacted topic has holes
        offsets.received(100);
        offsets.received(250);
        // When
        offsets.done(100);
        offsets.done(250);
        // Then
        assertThat(offsets.advance()).hasValue(251);
    }

    @Test
    void done_whatWasNotReceived_doesNotCount() {
        // Given
        offsets.received(5);
        // When
        offsets.done(4);
        // Then
        assertThat(offsets.advance()).isEmpty();
    }

    @Test
    void received_afterARewind_beginsAnew() {
        // Given
        offsets.received(5);
        offsets.received(6);
        offsets.done(6);
        // When
        offsets.received(3);
        offsets.done(3);
        // Then
        assertThat(offsets.advance()).hasValue(4);
    }
}
