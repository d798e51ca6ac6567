package dev.warren.memory.facts;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Limits for what is remembered about members, under {@code warren.memory.facts.}. */
@ConfigMapping(prefix = "warren.memory.facts")
public interface FactsConfig {
    /** How many a member may have that hold. */
    @WithDefault("10000")
    @Min(1)
    @Max(100_000)
    int mostPerMember();

    /** How many {@code /recall} shows; more of the longest would not fit into an embed. */
    @WithDefault("5")
    @Min(1)
    @Max(7)
    int recalled();

    /** How many lists show. */
    @WithDefault("25")
    @Min(1)
    @Max(25)
    int listed();

    /** How many of the newest are looked through for what was typed where one is to be chosen. */
    @WithDefault("200")
    @Min(1)
    @Max(10_000)
    int completionSearched();

    /** The cosine below which a fact has nothing to do with what was looked for. */
    @WithDefault("0.15")
    @DecimalMin("0")
    @DecimalMax("1")
    double leastSimilar();

    /** The cosine from which two sentences are compared at all, to see whether one takes the other's place. */
    @WithDefault("0.4")
    @DecimalMin("0.01")
    @DecimalMax("1")
    double near();

    /** The cosine from which two sentences on one subject are alike, so that the newer one takes the older's place. */
    @WithDefault("0.6")
    @DecimalMin("0.01")
    @DecimalMax("1")
    double alike();

    /** The cosine from which two sentences say the same. */
    @WithDefault("0.94")
    @DecimalMin("0.01")
    @DecimalMax("1")
    double same();

    /** With how many a new one is compared, the most similar first. */
    @WithDefault("8")
    @Min(1)
    @Max(100)
    int compared();

    /** How many vectors are sealed together. */
    @WithDefault("256")
    @Min(1)
    @Max(10_000)
    int blockEntries();

    /** Bytes of vectors that lie opened in memory at most. */
    @WithDefault("16M")
    MemorySize cache();

    /** For how long vectors lie opened after they were last used. */
    @WithDefault("10m")
    Duration cachedFor();

    /** How many sentences are embedded at the same time. */
    @WithDefault("1")
    @Min(1)
    @Max(64)
    int workers();

    /** How many sentences may wait for that; more are refused. */
    @WithDefault("256")
    @Min(1)
    @Max(10_000)
    int waiting();

    /** How many sentences' vectors are kept for a moment, so that they need not be made twice for one command. */
    @WithDefault("64")
    @Min(1)
    @Max(10_000)
    int embeddingsKept();

    /** For how long. */
    @WithDefault("30s")
    Duration embeddingsKeptFor();

    /** For how long it is kept what held before something newer took its place. */
    @WithDefault("90d")
    Duration closedKept();

    /** How often those are looked for that have had their time. */
    @WithDefault("1h")
    Duration sweepEvery();

    /** How many are deleted in one transaction. */
    @WithDefault("1000")
    @Min(1)
    @Max(100_000)
    int sweepBatch();
}
