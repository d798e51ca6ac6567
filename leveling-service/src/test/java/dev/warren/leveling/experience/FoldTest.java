package dev.warren.leveling.experience;

import static dev.warren.leveling.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.leveling.experience.Judged.Decision;
import dev.warren.leveling.rules.Exclusions;
import dev.warren.leveling.rules.Farming;
import dev.warren.leveling.rules.Growth;
import dev.warren.leveling.rules.Growths;
import dev.warren.leveling.rules.Ratio;
import dev.warren.leveling.rules.Scheme;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FoldTest {
    private static final GuildId GUILD = new GuildId(1);
    private static final UserId ADA = new UserId(2);

    private static List<Decision> decisions(Scheme scheme, long xp, Feature... features) {
        var rules = new XpRules(1, true, 20, 20).with(scheme);
        return new Fold(_ -> rules, Past.of(List.of(), xp), new TreeMap<>())
                .judge(List.of(features)).stream().map(Judged::decision).toList();
    }

    private static Decision refused(Exclusion why) {
        return new Decision.Refused(why);
    }

    private static Decision earned(int xp) {
        return new Decision.Earned(xp);
    }

    @Test
    void secondMessageOfAMinute_earnsNothing() {
        assertThat(decisions(
                        Scheme.NONE,
                        0,
                        Features.at(GUILD, ADA, NOON),
                        Features.at(GUILD, ADA, NOON.plusSeconds(59)),
                        Features.at(GUILD, ADA, NOON.plusSeconds(60))))
                .containsExactly(earned(20), new Decision.SameMinute(), earned(20));
    }

    @Test
    void messageTooShort_leavesItsMinuteToTheNext() {
        assertThat(decisions(
                        Scheme.NONE.with(new Farming(5, 0, 0)),
                        0,
                        Features.of(GUILD, ADA, NOON, 4, 1L),
                        Features.of(GUILD, ADA, NOON.plusSeconds(1), 5, 2L)))
                .containsExactly(refused(Exclusion.TOO_SHORT), earned(20));
    }

    @Test
    void messageThatResemblesOneOfTheLast_earnsNothing_untilItIsLongAgo() {
        // Given: sketches that differ in 8 bits resemble each other, in 9 they do not
        var scheme = Scheme.NONE.with(new Farming(0, 2, 0));
        // Then
        assertThat(decisions(
                        scheme,
                        0,
                        Features.of(GUILD, ADA, NOON, 20, 0L),
                        Features.of(GUILD, ADA, NOON.plusSeconds(60), 20, 0xFFL),
                        Features.of(GUILD, ADA, NOON.plusSeconds(120), 20, -1L),
                        Features.of(GUILD, ADA, NOON.plusSeconds(180), 20, 0xFFFF0000L),
                        Features.of(GUILD, ADA, NOON.plusSeconds(240), 20, 0x1FFL)))
                .containsExactly(earned(20), refused(Exclusion.TOO_SIMILAR), earned(20), earned(20), earned(20));
    }

    @Test
    void messageTypedFasterThanOneTypes_earnsNothing() {
        assertThat(decisions(
                        Scheme.NONE.with(new Farming(0, 0, 10)),
                        0,
                        Features.of(GUILD, ADA, NOON, 50, 1L),
                        Features.of(GUILD, ADA, NOON.plusSeconds(60), 600, 2L),
                        Features.of(GUILD, ADA, NOON.plusSeconds(120), 601, 3L)))
                .containsExactly(earned(20), earned(20), refused(Exclusion.TOO_FAST));
    }

    @Test
    void command_neitherEarnsNorCountsAsAMessageBefore() {
        assertThat(decisions(
                        Scheme.NONE.with(new Farming(0, 1, 0)),
                        0,
                        Features.command(Features.of(GUILD, ADA, NOON, 20, 7L)),
                        Features.of(GUILD, ADA, NOON.plusSeconds(1), 20, 7L)))
                .containsExactly(refused(Exclusion.COMMAND), earned(20));
    }

    @Test
    void pause_makesMoreOfAMessage_andTheFirstHasTheLongest() {
        // Given
        var growths = new Growths(Optional.empty(), Optional.of(new Growth(600, Ratio.of("2"))), Optional.empty());
        // Then
        assertThat(decisions(
                        Scheme.NONE.with(growths),
                        0,
                        Features.at(GUILD, ADA, NOON),
                        Features.at(GUILD, ADA, NOON.plusSeconds(300))))
                .containsExactly(earned(40), earned(30));
    }

    @Test
    void level_thatEarlierMessagesMake_makesMoreOfAMessage() {
        // Given: level 1 takes 100 XP
        var growths = new Growths(Optional.empty(), Optional.empty(), Optional.of(new Growth(1, Ratio.of("3"))));
        // Then
        assertThat(decisions(
                        Scheme.NONE.with(growths),
                        80,
                        Features.at(GUILD, ADA, NOON),
                        Features.at(GUILD, ADA, NOON.plusSeconds(60))))
                .containsExactly(earned(20), earned(60));
    }

    @Test
    void excludedRoleAndPlace_earnNothing() {
        // Given
        var feature = Features.at(GUILD, ADA, NOON);
        // Then
        assertThat(decisions(
                        Scheme.NONE.with(new Exclusions(Set.of(new RoleId(5)), Set.of())),
                        0,
                        Features.holding(feature, new RoleId(5))))
                .containsExactly(refused(Exclusion.ROLE));
        assertThat(decisions(Scheme.NONE.with(new Exclusions(Set.of(), Set.of(Features.CHANNEL))), 0, feature))
                .containsExactly(refused(Exclusion.CHANNEL));
    }

    @Test
    void minutesOfOtherRules_countForTheLevel() {
        // Given
        var rules = new XpRules(1, true, 20, 20)
                .with(Scheme.NONE.with(
                        new Growths(Optional.empty(), Optional.empty(), Optional.of(new Growth(1, Ratio.of("3"))))));
        var elsewhere = new TreeMap<Minute, Integer>();
        elsewhere.put(Minute.of(NOON), 100);
        // When
        var judged = new Fold(_ -> rules, Past.none(), elsewhere)
                .judge(List.of(
                        Features.at(GUILD, ADA, NOON.minusSeconds(60)), Features.at(GUILD, ADA, NOON.plusSeconds(60))));
        // Then
        assertThat(judged).extracting(Judged::decision).containsExactly(earned(20), earned(60));
    }
}
