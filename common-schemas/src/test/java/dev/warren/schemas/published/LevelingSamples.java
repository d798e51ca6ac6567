package dev.warren.schemas.published;

import static dev.warren.schemas.published.DiscordSamples.GUILD;
import static dev.warren.schemas.published.DiscordSamples.HAZEL;
import static dev.warren.schemas.published.DiscordSamples.NOON;
import static dev.warren.schemas.published.Sample.full;

import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.leveling.LevelingEvent.LevelReached;
import dev.warren.schemas.leveling.LevelingEvent.RewardsCompared;
import dev.warren.schemas.leveling.LevelingEvent.XpRecounted;
import java.util.List;

/** Levels, and what follows from them. */
final class LevelingSamples {
    private LevelingSamples() {}

    static List<Sample> all() {
        return List.of(
                full(new LevelReached(GUILD, HAZEL, 7, 6, 1_899, NOON)),
                full(new RewardsCompared(GUILD, 120, 3, 1, 0, List.of(new RoleId(1_170_000_000_000_000_077L)), NOON)),
                full(new XpRecounted(GUILD, HAZEL, 12, NOON)));
    }
}
