package dev.warren.economy.earning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.ids.EventId;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DrawTest {
    @Test
    void draw_ofOneEvent_isAlwaysTheSame() {
        var event = EventId.of("interaction:1170000000000000001");
        assertThat(Draw.between(50, 150, event, "wage")).isEqualTo(Draw.between(50, 150, event, "wage"));
        assertThat(Draw.between(7, 7, event, "wage")).isEqualTo(7);
    }

    @Test
    void draws_ofManyEvents_areEvenAndReachBothEnds() {
        var counts = new int[11];
        IntStream.range(0, 11_000)
                .forEach(i -> counts[(int) Draw.between(0, 10, EventId.of("interaction:" + i), "wage")]++);
        assertThat(Arrays.stream(counts).boxed())
                .allSatisfy(count -> assertThat(count).isBetween(850, 1_150));
    }
}
