package dev.warren.leveling.experience;

import java.util.Optional;

/**
 * How a minute's award changes.
 *
 * @param award what it is now; none when nothing of the minute earns any more
 * @param gained XP, negative for a loss
 */
record AwardChange(MinuteAward.Key key, Optional<MinuteAward> award, int gained) {
    static AwardChange fresh(MinuteAward award) {
        return new AwardChange(award.key(), Optional.of(award), award.xp());
    }

    static AwardChange changed(MinuteAward before, MinuteAward award) {
        return new AwardChange(award.key(), Optional.of(award), award.xp() - before.xp());
    }

    static AwardChange gone(MinuteAward before) {
        return new AwardChange(before.key(), Optional.empty(), -before.xp());
    }
}
