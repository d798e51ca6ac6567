package dev.warren.gateway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.inbound.AcknowledgedSequence.Taken;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Random;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class AcknowledgedSequenceTest {
    private final AcknowledgedSequence sequence = new AcknowledgedSequence();

    @Test
    void done_withAHoleBefore_doesNotCountUntilTheHoleIsFilled() {
        // Given
        LongStream.rangeClosed(1, 4).forEach(number -> sequence.arrived("s", number));
        // When
        sequence.done("s", 1);
        sequence.done("s", 3);
        sequence.done("s", 4);
        // Then
        assertThat(sequence.taken()).isEqualTo(new Taken("s", 1));
        // When
        sequence.done("s", 2);
        // Then
        assertThat(sequence.taken()).isEqualTo(new Taken("s", 4));
    }

    @Test
    void arrived_ofAResumedCopyThatIsTaken_saysSo() {
        // Given
        sequence.begin("s", 10);
        // Then
        assertThat(sequence.arrived("s", 10)).isFalse();
        assertThat(sequence.arrived("s", 11)).isTrue();
        assertThat(sequence.arrived("s", 12)).isTrue();
        // When
        sequence.done("s", 12);
        // Then
        assertThat(sequence.arrived("s", 12)).isFalse();
        assertThat(sequence.arrived("s", 11)).isTrue();
    }

    @Test
    void newSession_beginsAnew_andTheOldOnesEventsNoLongerCount() {
        // Given
        sequence.arrived("old", 1);
        sequence.arrived("old", 2);
        // When
        sequence.arrived("new", 1);
        sequence.done("old", 1);
        sequence.done("new", 1);
        // Then
        assertThat(sequence.taken()).isEqualTo(new Taken("new", 1));
    }

    @Property(tries = 300)
    void anyOrder_neverCountsPastAHole_andCountsAllInTheEnd(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int events) {
        var tracked = new AcknowledgedSequence();
        var numbers = new ArrayList<>(LongStream.rangeClosed(1, events).boxed().toList());
        numbers.forEach(number -> tracked.arrived("s", number));
        Collections.shuffle(numbers, new Random(seed));
        var ended = new HashSet<Long>();
        for (long number : numbers) {
            tracked.done("s", number);
            ended.add(number);
            long expected = 0;
            while (ended.contains(expected + 1)) {
                expected++;
            }
            assertThat(tracked.taken().sequence()).isEqualTo(expected);
        }
        assertThat(tracked.taken().sequence()).isEqualTo(events);
    }
}
