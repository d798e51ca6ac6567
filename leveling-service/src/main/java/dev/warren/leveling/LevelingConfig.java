package dev.warren.leveling;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.LocalTime;

/** Settings of this service, under {@code warren.leveling.}. */
@ConfigMapping(prefix = "warren.leveling")
public interface LevelingConfig {
    /** Members on one page of the leaderboard. */
    @WithDefault("10")
    @Min(1)
    @Max(25)
    int pageSize();

    Levels levels();

    Comparison comparison();

    Recount recount();

    /** How XP are recounted by changed rules. */
    interface Recount {
        /** How often the next members are recounted. */
        @WithDefault("1s")
        Duration every();

        /** How many members at once. */
        @WithDefault("100")
        @Min(1)
        @Max(1_000)
        int batch();

        /** How many members a preview looks at. */
        @WithDefault("5000")
        @Min(1)
        @Max(100_000)
        int preview();
    }

    /** How levels and rewards are compared with the roles that members hold. */
    interface Comparison {
        /** When, in the guild's own time. */
        @WithDefault("04:00")
        LocalTime at();

        /** How often the next members are asked for. */
        @WithDefault("2s")
        Duration every();

        /** How many members are asked for at once; each is a request to Discord. */
        @WithDefault("10")
        @Min(1)
        @Max(100)
        int batch();

        /** How long answers are waited for. */
        @WithDefault("1m")
        Duration patience();
    }

    /** How levels are told. */
    interface Levels {
        /** How often members are looked for who reached one. */
        @WithDefault("500ms")
        Duration every();

        /** How many are told of at once; with {@link #every} this bounds what catching up costs. */
        @WithDefault("200")
        @Min(1)
        @Max(1_000)
        int batch();
    }
}
