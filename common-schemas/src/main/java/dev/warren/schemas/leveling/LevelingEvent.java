package dev.warren.schemas.leveling;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;

/** What is decided there: topic {@code leveling.events}. Members are added with the features that emit them. */
public sealed interface LevelingEvent {
    /**
     * A member reached a level, for the first time ever; its id is the cause's with {@code /level-reached:} and the level.
     *
     * @param level at least 1
     * @param previous the level before; those between were passed at once
     * @param xp what the member had then
     */
    @WireType("dev.warren.leveling.level-reached.v1")
    record LevelReached(GuildId guild, UserId user, int level, int previous, long xp, Instant at)
            implements LevelingEvent {
        public LevelReached {
            notNegative("previous", previous);
            notNegative("xp", xp);
            if (level <= previous) {
                throw new IllegalArgumentException("level must be above the previous, " + previous + ": " + level);
            }
        }
    }

    /**
     * Levels, rewards and the roles that members hold were compared, and what was wrong was put right.
     *
     * @param members who were looked at
     * @param granted roles that were missing
     * @param withdrawn roles that another one replaces
     * @param corrected totals that were not the sum of their awards
     * @param missing reward roles that stand no more
     */
    @WireType("dev.warren.leveling.rewards-compared.v1")
    record RewardsCompared(
            GuildId guild, int members, int granted, int withdrawn, int corrected, List<RoleId> missing, Instant at)
            implements LevelingEvent {
        public RewardsCompared {
            notNegative("members", members);
            notNegative("granted", granted);
            notNegative("withdrawn", withdrawn);
            notNegative("corrected", corrected);
            missing = List.copyOf(missing);
        }
    }

    /**
     * From now on all that was written before a moment is judged by one version of the rules.
     *
     * @param by who wanted it
     * @param version of the guild's settings
     * @param before the moment
     */
    @WireType("dev.warren.leveling.xp-recounted.v1")
    record XpRecounted(GuildId guild, UserId by, long version, Instant before) implements LevelingEvent {
        public XpRecounted {
            notNegative("version", version);
        }
    }

    /** A type of the future. */
    record Unknown(String type) implements LevelingEvent, UnknownType {}

    private static void notNegative(String field, long value) {
        if (value < 0) {
            throw new IllegalArgumentException(field + " must not be negative: " + value);
        }
    }
}
