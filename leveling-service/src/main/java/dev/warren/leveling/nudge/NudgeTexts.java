package dev.warren.leveling.nudge;

import dev.warren.leveling.standing.Shown;
import dev.warren.schemas.bot.MessageBody;

/** What a nudge says. */
final class NudgeTexts {
    private NudgeTexts() {}

    /** @param server its name, or something that stands for it */
    static MessageBody of(String server, int days) {
        return MessageBody.text(
                "It has been %d days since you wrote in %s. Somebody there may be glad to read you again!\n-# You asked for this; `/nudge off` there ends it."
                        .formatted(days, Shown.name(server)));
    }
}
