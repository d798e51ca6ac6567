package dev.warren.memory.community;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits for what members make for their guild, under {@code warren.memory.community.}. */
@ConfigMapping(prefix = "warren.memory.community")
public interface CommunityConfig {
    /** For how long what was removed, and an event that is over, is kept. */
    @WithDefault("30d")
    Duration kept();

    /** How often it is looked for what has had its time. */
    @WithDefault("1h")
    Duration sweepEvery();

    /** How many rows are deleted in one transaction. */
    @WithDefault("1000")
    @Min(1)
    @Max(100_000)
    int sweepBatch();

    Bounds gallery();

    Bounds creators();

    Bounds suggestions();

    Calendar calendar();

    /** How many there may be. */
    interface Bounds {
        /** Of one member in a guild. */
        @WithDefault("50")
        @Min(1)
        @Max(10_000)
        int mostOfMember();

        /** Of a guild. */
        @WithDefault("2000")
        @Min(1)
        @Max(100_000)
        int mostOfGuild();
    }

    /** Limits for events. */
    interface Calendar {
        /** To come, of one member in a guild. */
        @WithDefault("25")
        @Min(1)
        @Max(10_000)
        int mostOfMember();

        /** To come, of a guild. */
        @WithDefault("200")
        @Min(1)
        @Max(1_000)
        int mostOfGuild();

        /** Who may join one event; a message can ping no more than 100. */
        @WithDefault("75")
        @Min(1)
        @Max(100)
        int mostGuests();

        /** How far ahead one may begin. */
        @WithDefault("366d")
        Duration furthest();

        /** How long one may last. */
        @WithDefault("14d")
        Duration longest();

        /** How long one lasts of which nothing is said. */
        @WithDefault("1h")
        Duration usual();

        /** How long before the beginning those who joined are told. */
        @WithDefault("15m")
        Duration tellBefore();

        /** How long after the beginning it still makes sense to tell them. */
        @WithDefault("30m")
        Duration tellWithin();

        /** For how long the question which time is meant, or whether to import, can be answered. */
        @WithDefault("1h")
        Duration questionStands();

        /** Bytes of the largest file that is imported. */
        @WithDefault("262144")
        @Min(1_024)
        @Max(4_194_304)
        int importBytes();

        /** Events in one file. */
        @WithDefault("100")
        @Min(1)
        @Max(1_000)
        int importEvents();

        /** How long reading a file may take. */
        @WithDefault("2s")
        Duration importPatience();
    }
}
