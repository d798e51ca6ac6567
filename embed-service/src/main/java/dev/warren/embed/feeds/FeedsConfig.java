package dev.warren.embed.feeds;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits for feeds that are followed, under {@code warren.embed.feeds.}. */
@ConfigMapping(prefix = "warren.embed.feeds")
public interface FeedsConfig {
    /** Whether this instance asks sources at all; another one may do it. */
    @WithDefault("true")
    boolean enabled();

    /** How often those that are due are looked for. */
    @WithDefault("5s")
    Duration look();

    /** How often a source is asked where it does not say how long its answer holds. */
    @WithDefault("10m")
    Duration interval();

    /** At most so often, whatever the source says. */
    @WithDefault("5m")
    Duration shortestInterval();

    /** At least so often, whatever the source says, and however often it failed. */
    @WithDefault("6h")
    Duration longestInterval();

    /** How often it is asked who is live: a stream that is announced late is over. */
    @WithDefault("2m")
    Duration liveInterval();

    /** For how long a source that is being asked belongs to one instance; should that die, another asks after it. */
    @WithDefault("2m")
    Duration lease();

    /** How many sources one look takes. */
    @WithDefault("50")
    @Min(1)
    @Max(1_000)
    int batch();

    /** How many of them may be of one host; these are asked one after another. */
    @WithDefault("5")
    @Min(1)
    @Max(1_000)
    int batchPerHost();

    /** How many hosts are asked at once. */
    @WithDefault("8")
    @Min(1)
    @Max(100)
    int concurrency();

    /** How many feeds a guild may follow. */
    @WithDefault("50")
    @Min(1)
    @Max(1_000)
    int mostPerGuild();

    /** How many items of a document are read, the newest. */
    @WithDefault("100")
    @Min(1)
    @Max(1_000)
    int mostItems();

    /** How many of a document are announced at most; a source that gives all its items new ids floods nobody. */
    @WithDefault("5")
    @Min(1)
    @Max(50)
    int mostAnnounced();

    /** An item that says it is older is not announced. */
    @WithDefault("7d")
    Duration freshFor();

    /** How many items that a source does not show any more are remembered; those that it shows always are. */
    @WithDefault("500")
    @Min(1)
    @Max(10_000)
    int remembered();

    /** After failing for so long a source is not asked any more, and those who follow it are told. */
    @WithDefault("7d")
    Duration pauseAfter();

    /** For how long an announcement is worth posting. */
    @WithDefault("1h")
    Duration postWithin();

    /** How often a look at a source that a member asked for is begun; each one may be cut short by the end of an instance. */
    @WithDefault("3")
    @Min(1)
    @Max(10)
    int attempts();

    /** For how long it is noted what was announced. */
    @WithDefault("30d")
    Duration kept();

    /** How often older notes are deleted. */
    @WithDefault("1h")
    Duration sweepEvery();

    /** How many rows are deleted in one transaction. */
    @WithDefault("1000")
    @Min(1)
    @Max(100_000)
    int sweepBatch();
}
