package dev.warren.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings of the gateway, under {@code warren.gateway.}. */
@ConfigMapping(prefix = "warren.gateway")
public interface GatewayConfig {
    /** The bot's token, without {@code Bot }; {@code DISCORD_TOKEN} in the environment. */
    Optional<String> token();

    /** What a token that Discord refuses does. */
    @WithDefault("exit")
    OnWrongToken onWrongToken();

    Discord discord();

    Shard shard();

    Inbound inbound();

    Commands commands();

    Links links();

    /** What a token that Discord refuses does. */
    enum OnWrongToken {
        /** The process ends with exit code 78. */
        EXIT,
        /** The process stays, unready; so Kubernetes does not start it again and again. */
        STAY
    }

    /** Where Discord is, and how long it may take. */
    interface Discord {
        /** Discord's REST interface with its version. */
        @WithDefault("https://discord.com/api/v10")
        URI api();

        /** A PEM file of certificates to trust instead of the JVM's. */
        Optional<String> trustStore();

        /** How long a login may take before it is tried again. */
        @WithDefault("30s")
        Duration login();

        /** The mean wait before the second attempt; it doubles. */
        @WithDefault("1s")
        Duration backoffFirst();

        /** The longest wait between attempts. */
        @WithDefault("1m")
        Duration backoffMax();

        /** How long a heartbeat's acknowledgement may take. */
        @WithDefault("10s")
        Duration heartbeatAck();

        /** How long a closing socket may take. */
        @WithDefault("5s")
        Duration closing();

        /** The time between two identifies of shards of one bucket, over all processes. */
        @WithDefault("5s")
        Duration identifySpacing();

        /** Frames to Discord that may wait for its limit of 120 a minute. */
        @WithDefault("240")
        @Min(1)
        @Max(10_000)
        int waitingFrames();

        /** Whether frames come deflated: a fifth of the bytes for more processor time. */
        @WithDefault("false")
        boolean compress();

        /** REST requests a second over all routes; Discord allows 50. */
        @WithDefault("50")
        @Min(1)
        @Max(10_000)
        int requestsPerSecond();
    }

    /** Which part of the guilds. */
    interface Shard {
        /**
         * The shards of this process, such as {@code 3}, {@code 0,1} or {@code 0-3}. When it is not set: {@code per-process} shards from
         * the number on at which the host name ends, as in a StatefulSet; shard 0 when there is only one.
         */
        Optional<String> ids();

        /** How many shards there are in all. To change it stop all processes. */
        @WithDefault("1")
        @Min(1)
        @Max(1_000_000)
        int count();

        /** Shards of each process where the host name says which. */
        @WithDefault("1")
        @Min(1)
        @Max(1_000)
        int perProcess();

        /** How long a shard stays its owner's without being renewed; then another process may take it. */
        @WithDefault("10s")
        Duration lease();
    }

    /** What comes in. */
    interface Inbound {
        /** Events that may wait between the socket and Kafka; beyond, the less important are shed, and messages read back later. */
        @WithDefault("5000")
        @Min(16)
        @Max(1_000_000)
        int queue();

        /** Events whose records may wait for the broker's acknowledgement; those after them stay in the queue. */
        @WithDefault("10000")
        @Min(16)
        @Max(1_000_000)
        int underWay();

        /** Messages whose author is remembered, for their deletion. */
        @WithDefault("131072")
        @Min(2)
        @Max(16_777_216)
        int authors();

        /** Members lately seen that are remembered. */
        @WithDefault("10000")
        @Min(1)
        @Max(1_000_000)
        int members();

        /** An interaction older than this when it arrives can no longer be answered: Discord gives it 3 s. */
        @WithDefault("3s")
        Duration interactionAge();

        /** How long the broker may acknowledge nothing before interactions are answered that the bot is busy. */
        @WithDefault("1500ms")
        Duration brokerPatience();

        /** How long the stop waits for what is still in the queue. */
        @WithDefault("5s")
        Duration draining();
    }

    /** Commands. */
    interface Commands {
        /** How long announcements must have rested before they are registered at Discord. */
        @WithDefault("30s")
        Duration settle();

        /** The first wait after a registration that failed; it doubles. */
        @WithDefault("5s")
        Duration retryFirst();

        /** The longest wait after a registration that failed. */
        @WithDefault("10m")
        Duration retryMax();

        /** How long a member may be looked up at Discord. */
        @WithDefault("1500ms")
        Duration lookup();
    }

    /** What {@code /about} names. */
    interface Links {
        /** Where the source is. */
        Optional<URI> source();

        /** Where help is. */
        Optional<URI> support();
    }
}
