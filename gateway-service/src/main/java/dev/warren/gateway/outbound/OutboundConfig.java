package dev.warren.gateway.outbound;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of what goes out, under {@code warren.outbound.}. */
@ConfigMapping(prefix = "warren.outbound")
public interface OutboundConfig {
    Answers answers();

    Replies replies();

    Receipts receipts();

    Actions actions();

    Outage outage();

    /** Bounds of interactions and their answers. */
    interface Answers {
        /** When an interaction without an answer is deferred, counted from its receipt. */
        @WithDefault("2s")
        Duration deferAfter();

        /** When what cannot be deferred, a modal or completions, gets another first response, counted from its receipt. */
        @WithDefault("2500ms")
        Duration insteadAfter();

        /** When a member whose interaction was deferred is told that the answer takes longer, counted from its receipt. */
        @WithDefault("1m")
        Duration patience();

        /** How long Discord waits for the first response. */
        @WithDefault("3s")
        Duration firstResponse();

        /** How long Discord takes an interaction's token. */
        @WithDefault("15m")
        Duration tokenLife();

        /** How long an answer waits for a token that another instance may still be writing to Redis. */
        @WithDefault("500ms")
        Duration tokenPatience();

        /** How many interactions are remembered here; older ones are looked up in Redis. */
        @WithDefault("100000")
        @Min(100)
        int remembered();

        /** How many answers are under way at once; more wait in Kafka. */
        @WithDefault("2000")
        @Min(1)
        @Max(100_000)
        int underWay();
    }

    /** Bounds of replies. */
    interface Replies {
        /** How many replies wait for their channel in all; more wait in Kafka. */
        @WithDefault("10000")
        @Min(1)
        @Max(1_000_000)
        int parked();

        /** How many replies wait for one channel; more are refused, unless Discord is away. */
        @WithDefault("1000")
        @Min(1)
        @Max(1_000_000)
        int parkedInChannel();

        /** How long Discord certainly remembers a nonce. */
        @WithDefault("2m")
        Duration nonceWindow();

        /** How long it is remembered which message was posted under a nonce. */
        @WithDefault("1h")
        Duration echoKept();

        /** How long a message stands in the channel that could not be sent directly. */
        @WithDefault("30s")
        Duration standInStands();

        /** How long a modal can be opened by its button. */
        @WithDefault("15m")
        Duration modalOffered();
    }

    /** Bounds of receipts in Redis. */
    interface Receipts {
        /** As long as the topic keeps them. */
        @WithDefault("30d")
        Duration kept();

        /** How long reading the whole topic may take until it is tried anew. */
        @WithDefault("2m")
        Duration rebuild();
    }

    /** Bounds of actions. */
    interface Actions {
        /** How many actions wait or are under way at once; more wait in Kafka. */
        @WithDefault("1000")
        @Min(1)
        @Max(100_000)
        int underWay();

        /** How long the result of a look-up lies in Redis. */
        @WithDefault("15m")
        Duration lookupKept();
    }

    /** Pauses while Discord is away. */
    interface Outage {
        @WithDefault("250ms")
        Duration firstPause();

        /** Pauses double up to this. */
        @WithDefault("5s")
        Duration longestPause();
    }
}
