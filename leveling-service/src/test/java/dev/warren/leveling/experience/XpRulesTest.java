package dev.warren.leveling.experience;

import static dev.warren.leveling.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.leveling.Facts;
import dev.warren.leveling.experience.XpRules.Verdict.Earns;
import dev.warren.leveling.experience.XpRules.Verdict.Excluded;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class XpRulesTest {
    private static final MessageFact WRITTEN = Facts.written(new GuildId(1), new UserId(2), NOON.plusSeconds(59));

    @ParameterizedTest
    @ValueSource(ints = {0, 19})
    void message_writtenByAMember_earnsInItsCalendarMinute(int kind) {
        // When
        var verdict = judge(XpRules.DEFAULT, Facts.ofKind(WRITTEN, kind));
        // Then
        assertThat(verdict).isInstanceOfSatisfying(Earns.class, earns -> {
            assertThat(earns.award().xp()).isBetween(15, 25);
            assertThat(earns.award().key().minute()).isEqualTo(Minute.of(NOON));
            assertThat(earns.award().winner()).isEqualTo(WRITTEN.message());
        });
    }

    @ParameterizedTest
    @MethodSource
    void message_thatNobodyWroteInAGuild_isExcluded(MessageFact fact, Exclusion why) {
        assertThat(XpRules.unwritten(fact)).contains(why);
    }

    static Stream<Arguments> message_thatNobodyWroteInAGuild_isExcluded() {
        return Stream.of(
                Arguments.of(Facts.direct(WRITTEN), Exclusion.DIRECT_MESSAGE),
                Arguments.of(Facts.byWebhook(WRITTEN), Exclusion.WEBHOOK),
                Arguments.of(Facts.byBot(WRITTEN), Exclusion.BOT),
                Arguments.of(Facts.ofKind(WRITTEN, 7), Exclusion.SYSTEM_MESSAGE));
    }

    private static XpRules.Verdict judge(XpRules rules, MessageFact fact) {
        return rules.judge(Feature.of(new GuildId(1), fact, List.of(fact.channel())), Past.none());
    }

    @Test
    void message_thatIsACommand_isExcluded() {
        assertThat(judge(XpRules.DEFAULT, Facts.commanding(WRITTEN, "rank")))
                .isEqualTo(new Excluded(Exclusion.COMMAND));
    }

    @Test
    void message_whereTheModuleIsOff_isExcluded() {
        assertThat(judge(new XpRules(3, false, 15, 25), WRITTEN)).isEqualTo(new Excluded(Exclusion.MODULE_OFF));
    }

    @Test
    void award_byOwnRange_isDrawnFromItAndKeepsTheVersion() {
        // When
        var verdict = judge(new XpRules(3, true, 7, 7), WRITTEN);
        // Then
        assertThat(verdict).isInstanceOfSatisfying(Earns.class, earns -> {
            assertThat(earns.award().xp()).isEqualTo(7);
            assertThat(earns.award().rules()).isEqualTo(3);
        });
    }

    @Test
    void rules_withMinimumOutOfBounds_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new XpRules(1, true, -1, 5))
                .withMessage("minimum must be 0 to 1000: -1");
    }

    @Test
    void rules_withMaximumBelowMinimum_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new XpRules(1, true, 10, 9))
                .withMessage("maximum must be 10 to 1000: 9");
    }

    @Test
    void rules_withMaximumOutOfBounds_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new XpRules(1, true, 10, 1001))
                .withMessage("maximum must be 10 to 1000: 1001");
    }

    @Test
    void rules_ofNegativeVersion_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new XpRules(-1, true, 10, 20))
                .withMessage("version must not be negative: -1");
    }

    @Test
    void minute_before1970_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Minute.of(java.time.Instant.parse("1969-12-31T23:59:59Z")))
                .withMessage("minute must lie between the years 1970 and 6053: 1969-12-31T23:59:59Z");
    }
}
