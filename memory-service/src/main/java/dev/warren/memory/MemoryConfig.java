package dev.warren.memory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of the memory service, under {@code warren.memory.}. */
@ConfigMapping(prefix = "warren.memory")
public interface MemoryConfig {
    Settings settings();

    Reminders reminders();

    Errors errors();

    /** How settings of guilds change. */
    interface Settings {
        /** How long after a change it holds: long enough that every service has it by then. */
        @WithDefault("5s")
        Duration effectiveAfter();

        /** How many of the newest versions are looked through for those that changed one setting. */
        @WithDefault("200")
        @Min(1)
        @Max(10_000)
        int historySearched();

        /** How many versions are shown at most. */
        @WithDefault("15")
        @Min(1)
        @Max(25)
        int historyShown();
    }

    /** Limits for reminders. */
    interface Reminders {
        /** How many a member may have waiting. */
        @WithDefault("50")
        @Min(1)
        @Max(1_000)
        int mostPerMember();

        /** How far ahead one may lie. */
        @WithDefault("366d")
        Duration furthest();

        /** How soon one may come round again. */
        @WithDefault("1h")
        Duration shortestRepeat();

        /** From which delay on a reminder says that it is late. */
        @WithDefault("1m")
        Duration lateAfter();

        /** For how long a reminder that is due may still be posted. */
        @WithDefault("1d")
        Duration postWithin();

        /** For how long a question about the time of a reminder can be answered. */
        @WithDefault("1d")
        Duration draftsKept();

        /** For how long one that has ended is kept, so that it can be snoozed. */
        @WithDefault("7d")
        Duration endedKept();

        /** How often those are looked for that have had their time. */
        @WithDefault("1h")
        Duration sweepEvery();

        /** How many are deleted in one transaction. */
        @WithDefault("1000")
        @Min(1)
        @Max(100_000)
        int sweepBatch();
    }

    /** Limits for the list of what went wrong. */
    interface Errors {
        /** How many {@code /errors} shows. */
        @WithDefault("20")
        @Min(1)
        @Max(25)
        int shown();

        /** The shortest pause between two lines in a guild's log channel. */
        @WithDefault("5m")
        Duration tellEvery();

        /** For how long such a line is worth posting. */
        @WithDefault("1h")
        Duration tellWithin();

        /** For how long errors are listed. */
        @WithDefault("30d")
        Duration kept();

        /** How often older ones are deleted. */
        @WithDefault("1h")
        Duration sweepEvery();
    }
}
