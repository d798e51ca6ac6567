package dev.warren.economy.earning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static final GuildId GUILD = new GuildId(1);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void messages_ofOneTenth_earnOnce() {
        var earned = Activity.of(
                List.of(written(7, NOON), written(7, NOON.plusSeconds(599)), written(7, NOON.plusSeconds(600))),
                (_, _) -> 100);
        assertThat(earned).extracting(Activity::tenth).containsExactly(Tenth.of(NOON), Tenth.of(NOON.plusSeconds(600)));
    }

    @Test
    void messages_inAnyOrder_earnTheSameByWhatHeldWhenTheirTenthBegan() {
        // Given a raise at five past
        var facts = List.of(written(9, NOON.plusSeconds(400)), written(7, NOON.plusSeconds(100)), written(9, NOON));
        // When, Then
        var earned = Activity.of(facts, (_, begin) -> begin.isBefore(NOON.plusSeconds(300)) ? 100 : 200);
        assertThat(earned).isEqualTo(Activity.of(facts.reversed(), (_, begin) -> begin.equals(NOON) ? 100 : 200));
        assertThat(earned)
                .containsExactly(
                        new Activity(GUILD, new UserId(7), Tenth.of(NOON), 100),
                        new Activity(GUILD, new UserId(9), Tenth.of(NOON), 100));
    }

    @Test
    void messages_whereNothingIsPaidOrNobodyWrote_earnNothing() {
        assertThat(Activity.of(List.of(written(7, NOON)), (_, _) -> 0)).isEmpty();
        assertThat(Activity.of(
                        List.of(fact(7, NOON, true, 0, Optional.empty()), fact(7, NOON, false, 7, Optional.empty())),
                        (_, _) -> 100))
                .isEmpty();
        assertThat(Activity.of(List.of(fact(7, NOON, false, 0, Optional.of("rank"))), (_, _) -> 100))
                .isEmpty();
    }

    @Test
    void activity_withoutCoins_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Activity(GUILD, new UserId(7), new Tenth(1), 0))
                .withMessage("amount must be at least 1: 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tenth(-1))
                .withMessage("sinceEpoch must not be negative: -1");
    }

    private static MessageFact written(long member, Instant at) {
        return fact(member, at, false, 0, Optional.empty());
    }

    private static MessageFact fact(long member, Instant at, boolean bot, int kind, Optional<String> command) {
        return new MessageFact(
                new MessageId(at.toEpochMilli()),
                Optional.of(GUILD),
                new ChannelId(2),
                Optional.empty(),
                new UserId(member),
                "somebody",
                Optional.empty(),
                List.of(),
                bot,
                false,
                kind,
                at,
                5,
                5,
                1,
                0L,
                0,
                List.of(),
                command,
                true);
    }
}
