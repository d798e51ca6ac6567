package dev.warren.ai.draws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.schemas.ids.EventId;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
    @Test
    void numbers_ofManyEvents_areAsLikelyAsEachOther() {
        int events = 60_000;
        var counts = new int[6];
        IntStream.range(0, events).forEach(i -> counts[new Draw("seed", EventId.of("interaction:" + i)).below(6)]++);

        // 10,000 expected of each; six standard deviations are 548
        assertThat(java.util.Arrays.stream(counts).boxed().toList())
                .allSatisfy(count -> assertThat(count).isBetween(9_452, 10_548));
    }

    @Test
    void numbers_ofOneEvent_areTheSameEachTimeAndDifferFromEachOther() {
        var one = new Draw("seed", EventId.of("interaction:1"));
        var again = new Draw("seed", EventId.of("interaction:1"));

        var first = IntStream.range(0, 50).map(_ -> one.below(1000)).toArray();

        assertThat(IntStream.range(0, 50).map(_ -> again.below(1000)))
                .containsExactly(java.util.Arrays.stream(first).boxed().toArray(Integer[]::new));
        assertThat(java.util.Arrays.stream(first).distinct().count()).isGreaterThan(40);
    }

    @Test
    void draw_withoutSeedOrBound_isRefused() {
        assertThatThrownBy(() -> new Draw("", EventId.of("interaction:1")))
                .hasMessageContaining("seed must not be empty");
        assertThatThrownBy(() -> new Draw("s", EventId.of("interaction:1")).below(0))
                .hasMessageContaining("bound must be at least 1: 0");
    }
}
