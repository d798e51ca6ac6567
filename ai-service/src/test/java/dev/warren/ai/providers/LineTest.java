package dev.warren.ai.providers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    @Test
    void line_servesInOrderAndTellsPlaces() throws Exception {
        // Given
        var line = new Line(1, 10);
        assertThat(line.enter(LONG, _ -> {})).isTrue();
        var served = new CopyOnWriteArrayList<Integer>();
        var places = new CopyOnWriteArrayList<Integer>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = IntStream.range(0, 3)
                    .<Future<Boolean>>mapToObj(i -> {
                        var entered = threads.submit(() -> {
                            boolean in = line.enter(LONG, place -> {
                                if (i == 2) {
                                    places.add(place);
                                }
                            });
                            served.add(i);
                            line.leave();
                            return in;
                        });
                        await().until(() -> line.length() == i + 1);
                        return entered;
                    })
                    .toList();
            // When
            line.leave();
            // Then
            for (var one : waiting) {
                assertThat(one.get()).isTrue();
            }
        }
        assertThat(served).containsExactly(0, 1, 2);
        assertThat(places).startsWith(3).isSortedAccordingTo((one, other) -> other - one);
        assertThat(line.length()).isZero();
    }

    @Test
    void line_thatIsFull_takesNobody() throws Exception {
        var line = new Line(1, 0);
        assertThat(line.enter(LONG, _ -> {})).isTrue();
        assertThat(line.enter(LONG, _ -> {})).isFalse();
        line.leave();
        assertThat(line.enter(LONG, _ -> {})).isTrue();
    }

    @Test
    void patience_thatIsOver_leavesTheLine() throws Exception {
        // Given
        var line = new Line(1, 5);
        line.enter(LONG, _ -> {});
        var places = new CopyOnWriteArrayList<Integer>();
        // When
        boolean served = line.enter(Duration.ofMillis(20), places::add);
        // Then
        assertThat(served).isFalse();
        assertThat(places).isEqualTo(List.of(1));
        assertThat(line.length()).isZero();
    }

    @Test
    void line_thatServesNobody_isRefused() {
        assertThatThrownBy(() -> new Line(0, 1)).hasMessage("served must be at least 1: 0");
    }
}
