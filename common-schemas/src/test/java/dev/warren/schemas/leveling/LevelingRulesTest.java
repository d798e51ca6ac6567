package dev.warren.schemas.leveling;

import dev.warren.schemas.Rule;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.leveling.LevelingEvent.LevelReached;
import dev.warren.schemas.leveling.LevelingEvent.RewardsCompared;
import dev.warren.schemas.leveling.LevelingEvent.XpRecounted;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What events of leveling refuse. */
class LevelingRulesTest {
    private static final GuildId GUILD = new GuildId(1);
    private static final UserId ADA = new UserId(2);
    private static final Instant NOON = Instant.parse("2025-06-15T12:00:00Z");

    @ParameterizedTest
    @MethodSource("rules")
    void event_thatBreaksARule_isRefusedInWords(Rule rule) {
        rule.check();
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule(
                        "no rise",
                        () -> new LevelReached(GUILD, ADA, 7, 7, 0, NOON),
                        "level must be above the previous, 7: 7"),
                new Rule(
                        "level before the first",
                        () -> new LevelReached(GUILD, ADA, 7, -1, 0, NOON),
                        "previous must not be negative: -1"),
                new Rule(
                        "negative XP",
                        () -> new LevelReached(GUILD, ADA, 7, 6, -1, NOON),
                        "xp must not be negative: -1"),
                new Rule("negative members", () -> compared(-1, 0, 0, 0), "members must not be negative: -1"),
                new Rule("negative grants", () -> compared(0, -1, 0, 0), "granted must not be negative: -1"),
                new Rule("negative takes", () -> compared(0, 0, -1, 0), "withdrawn must not be negative: -1"),
                new Rule("negative corrections", () -> compared(0, 0, 0, -1), "corrected must not be negative: -1"),
                new Rule(
                        "no version", () -> new XpRecounted(GUILD, ADA, -1, NOON), "version must not be negative: -1"));
    }

    private static RewardsCompared compared(int members, int granted, int withdrawn, int corrected) {
        return new RewardsCompared(GUILD, members, granted, withdrawn, corrected, List.of(), NOON);
    }
}
