package dev.warren.benchmarks.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.warren.schemas.ids.MessageId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReckoningTest {
    @Test
    void percentile_isTheSmallestValueThatSoManyDoNotExceed() {
        var values = IntStream.rangeClosed(1, 200).mapToObj(i -> (double) i).toList();
        assertThat(Percentiles.of(values, 50)).isEqualTo(100);
        assertThat(Percentiles.of(values.reversed(), 99)).isEqualTo(198);
        assertThat(Percentiles.of(List.of(7.0), 99)).isEqualTo(7);
    }

    @Test
    void published_isAllOnlyWhenNothingIsMissingAndNothingStrange() {
        assertThat(new PublishedMessages.Found(1_000, 0, 0, 1_010, 3).percent()).isEqualTo(100);
        assertThat(new PublishedMessages.Found(1_000, 1, 0, 999, 0).percent()).isCloseTo(99.9, within(0.001));
        assertThat(new PublishedMessages.Found(1_000, 0, 1, 1_001, 0).percent()).isLessThan(100);
    }

    @Test
    void undisturbedXp_isOneDrawForEachMinuteInWhichAMemberWrote() {
        // Given two messages of one member in a minute, one in the next, and one of another member
        var messages = Map.of(
                id("2026-11-20T12:00:01Z"), "7",
                id("2026-11-20T12:00:59Z"), "7",
                id("2026-11-20T12:01:00Z"), "7",
                id("2026-11-20T12:00:02Z"), "8");
        // When
        var xp = Crowd.undisturbedXp("1", messages);
        // Then
        assertThat(xp.get(7L)).isBetween(30L, 50L);
        assertThat(xp.get(8L)).isBetween(15L, 25L);
        assertThat(xp).hasSize(2);
    }

    private static String id(String time) {
        return Long.toString((Instant.parse(time).toEpochMilli() - MessageId.DISCORD_EPOCH_MILLIS) << 22);
    }

    @Test
    void crowd_thatDoesNotWriteWholeSeconds_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Crowd.Size(1_001, 100, 10, 40))
                .withMessage("messages must be a multiple of rate (100): 1001");
    }

    @Test
    void measures_ofThePromise_areThoseThatWerePromised() {
        var whole = Measures.whole();
        assertThat(whole.crowd().messages()).isEqualTo(10_000);
        assertThat(whole.kills()).isEqualTo(10);
        assertThat(whole.replyChannels() * whole.repliesInEach()).isEqualTo(2_000);
        assertThat(whole.outage().messages()).isEqualTo(300_000);
        assertThat(whole.overload()).hasSeconds(60);
    }
}
