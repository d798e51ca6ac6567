package dev.warren.leveling.voice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.experience.Minute;
import dev.warren.leveling.voice.Timeline.VoiceMinute;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private static final Instant NOON = Instant.parse("2025-06-15T12:00:00Z");
    private static final ChannelId LOUNGE = new ChannelId(1);
    private static final ChannelId STAGE = new ChannelId(2);
    private static final UserId ADA = new UserId(10);
    private static final UserId BOB = new UserId(11);

    private static VoiceState in(UserId who, int second, ChannelId channel) {
        return new VoiceState(
                EventId.sequenced("one", second), second, who, at(second), Optional.of(channel), true, true, false);
    }

    private static VoiceState left(UserId who, int second) {
        return new VoiceState(
                EventId.sequenced("one", second), second, who, at(second), Optional.empty(), false, true, false);
    }

    private static VoiceState silent(VoiceState state) {
        return new VoiceState(
                state.event(),
                state.sequence(),
                state.member(),
                state.at(),
                state.channel(),
                false,
                state.human(),
                state.resync());
    }

    private static VoiceState bot(VoiceState state) {
        return new VoiceState(
                state.event(), state.sequence(), state.member(), state.at(), state.channel(), false, false, false);
    }

    private static VoiceState resynced(VoiceState state) {
        return new VoiceState(
                EventId.sequenced("two", 1).derive("voice:" + state.member()),
                1,
                state.member(),
                state.at(),
                state.channel(),
                state.speaking(),
                state.human(),
                true);
    }

    private static Instant at(int second) {
        return NOON.plusSeconds(second);
    }

    private static List<VoiceMinute> minutes(VoiceState... events) {
        return Timeline.minutes(
                List.of(), NOON, Stream.of(events).sorted(VoiceState.ORDER).toList());
    }

    private static VoiceMinute minute(UserId who, int number) {
        return new VoiceMinute(who, LOUNGE, Minute.of(NOON.plusSeconds(60L * number)));
    }

    @Test
    void twoWhoTalkTogether_earnEachFullMinute() {
        assertThat(minutes(in(ADA, 0, LOUNGE), in(BOB, 30, LOUNGE), left(ADA, 185)))
                .containsExactlyInAnyOrder(minute(ADA, 1), minute(ADA, 2), minute(BOB, 1), minute(BOB, 2));
    }

    @Test
    void oneAlone_earnsNothing() {
        assertThat(minutes(in(ADA, 0, LOUNGE), in(BOB, 10, STAGE), left(ADA, 600)))
                .isEmpty();
    }

    @Test
    void oneWithABot_earnsNothing() {
        assertThat(minutes(in(ADA, 0, LOUNGE), bot(in(BOB, 1, LOUNGE)), left(ADA, 600)))
                .isEmpty();
    }

    @Test
    void mutedOne_earnsNothing_butKeepsOthersCompany() {
        assertThat(minutes(in(ADA, 0, LOUNGE), silent(in(BOB, 0, LOUNGE)), left(ADA, 60)))
                .containsExactly(minute(ADA, 0));
    }

    @Test
    void muteWithinAMinute_costsThatMinute() {
        assertThat(minutes(
                        in(ADA, 0, LOUNGE),
                        in(BOB, 0, LOUNGE),
                        silent(in(ADA, 90, LOUNGE)),
                        in(ADA, 91, LOUNGE),
                        left(BOB, 180)))
                .filteredOn(minute -> minute.member().equals(ADA))
                .containsExactly(minute(ADA, 0), minute(ADA, 2));
    }

    @Test
    void minuteThatIsNotOver_earnsNothingYet() {
        assertThat(minutes(in(ADA, 0, LOUNGE), in(BOB, 0, LOUNGE), left(BOB, 59)))
                .isEmpty();
    }

    @Test
    void intervalBeforeAResync_earnsNothing_alsoThatBeforeItsMinute() {
        // Given: the gateway was away for some of the time between 100 s and 400 s
        var lost = minutes(
                in(ADA, 0, LOUNGE),
                in(BOB, 0, LOUNGE),
                silent(in(BOB, 100, LOUNGE)),
                resynced(in(ADA, 400, LOUNGE)),
                resynced(in(BOB, 400, LOUNGE)));
        // Then
        assertThat(lost).containsExactlyInAnyOrder(minute(ADA, 0), minute(BOB, 0));
    }

    @Test
    void timeAfterAResync_earnsAgain() {
        // When
        var again = new VoiceState(EventId.sequenced("two", 9), 9, BOB, at(540), Optional.empty(), false, true, false);
        // Then
        assertThat(minutes(
                        in(ADA, 0, LOUNGE),
                        in(BOB, 0, LOUNGE),
                        resynced(in(ADA, 400, LOUNGE)),
                        resynced(in(BOB, 400, LOUNGE)),
                        again))
                .containsExactlyInAnyOrder(minute(ADA, 7), minute(ADA, 8), minute(BOB, 7), minute(BOB, 8));
    }

    @Test
    void eventOfAnotherSessionWithoutResync_leavesWhatWasBeforeUnknown() {
        // When
        var other = new VoiceState(EventId.sequenced("two", 5), 5, BOB, at(600), Optional.empty(), false, true, false);
        // Then
        assertThat(minutes(in(ADA, 0, LOUNGE), in(BOB, 0, LOUNGE), other)).isEmpty();
    }

    @Test
    void sequence_isReadFromEveryFormOfId() {
        assertThat(VoiceState.sequence(EventId.sequenced("s", 12))).isEqualTo(12);
        assertThat(VoiceState.sequence(EventId.sequenced("s", 12).derive("voice:7")))
                .isEqualTo(12);
        assertThat(VoiceState.sequence(EventId.of("odd"))).isZero();
    }
}
