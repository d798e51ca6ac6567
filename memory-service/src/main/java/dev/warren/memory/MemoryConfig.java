package dev.warren.memory;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Settings of the memory service, under {@code warren.memory.}. */
@ConfigMapping(prefix = "warren.memory")
public interface MemoryConfig {
    Settings settings();

    Reminders reminders();

    Errors errors();

    MasterKey masterKey();

    Keys keys();

    Archive archive();

    /** Where the key is that wraps all others. */
    interface MasterKey {
        /** A file that its owner alone may read; it is made at the first start. */
        @WithDefault("master-key.json")
        Path file();

        /** The key's address at a key management service, instead of the file. */
        Optional<String> kms();
    }

    /** Members' data keys. */
    interface Keys {
        /** How many are kept unwrapped in memory. */
        @WithDefault("10000")
        @Min(1)
        @Max(1_000_000)
        long kept();

        /** For how long one is kept so; an erased member's is forgotten at once where they were erased, and in this time elsewhere. */
        @WithDefault("10m")
        Duration keptFor();

        /** How many are wrapped anew in one statement when the master key is rotated. */
        @WithDefault("1000")
        @Min(1)
        @Max(10_000)
        int rotatedTogether();

        /** How often plain text is looked for that older builds wrote. */
        @WithDefault("10m")
        Duration sealEvery();

        /** How much of it is sealed in one transaction. */
        @WithDefault("500")
        @Min(1)
        @Max(10_000)
        int sealedTogether();
    }

    /** What members and the bot said to each other. */
    interface Archive {
        /** For how long it is kept. */
        @WithDefault("90d")
        Duration kept();

        /** How often what is older is dropped. */
        @WithDefault("1h")
        Duration sweepEvery();

        /** How many rows of the month in which the time of keeping ends are deleted in one transaction. */
        @WithDefault("1000")
        @Min(1)
        @Max(100_000)
        int sweepBatch();

        /** How often members are told for the first time that something of theirs is kept. */
        @WithDefault("2s")
        Duration tellEvery();

        /** How many are told in one round. */
        @WithDefault("100")
        @Min(1)
        @Max(10_000)
        int tellBatch();

        /** For how long that is worth posting. */
        @WithDefault("7d")
        Duration tellWithin();

        /** How many bytes of JSON a member's export has at most; the oldest of what was said is left out where it is more. */
        @WithDefault("8000000")
        @Min(10_000)
        @Max(10_000_000)
        int exportBytes();
    }

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
