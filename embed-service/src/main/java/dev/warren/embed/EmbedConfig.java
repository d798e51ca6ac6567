package dev.warren.embed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of the embed service, under {@code warren.embed.}. */
@ConfigMapping(prefix = "warren.embed")
public interface EmbedConfig {
    /** Whether this is a test: only then may a setting that weakens the guard be set in production's profile. */
    @WithDefault("false")
    boolean test();

    Fetching fetching();

    Cache cache();

    Unfolding unfolding();

    /** Limits for what is fetched. */
    interface Fetching {
        /** As which it asks; it names the bot, so that a site can tell it from people and turn it away. */
        @WithDefault("WarrenBot/0.1 (Discord bot; link previews)")
        String userAgent();

        /** How long one request may take in all, redirects included. */
        @WithDefault("5s")
        Duration timeout();

        /** How long a connection may take to come about. */
        @WithDefault("2s")
        Duration connectTimeout();

        /** How many redirects are followed. */
        @WithDefault("3")
        @Min(0)
        @Max(10)
        int redirects();

        /** How much of a page is read, decompressed; what comes after is cut off. */
        @WithDefault("1048576")
        @Min(1_024)
        @Max(16_777_216)
        int pageBytes();

        /** How large JSON, a feed or a picture may be, decompressed. */
        @WithDefault("2097152")
        @Min(1_024)
        @Max(16_777_216)
        int otherBytes();

        /** How large the header of an answer may be. */
        @WithDefault("32768")
        @Min(1_024)
        @Max(262_144)
        int headerBytes();

        /** How many times larger a body may become by decompression. */
        @WithDefault("100")
        @Min(1)
        @Max(10_000)
        int compressionRatio();

        /** How many requests are under way at once; each has a thread. */
        @WithDefault("32")
        @Min(1)
        @Max(1_000)
        int concurrency();

        /** How many requests wait for a thread; more are refused as {@code busy}. */
        @WithDefault("2000")
        @Min(1)
        @Max(100_000)
        int queue();

        /** How often one host may be asked in a second, over all instances. */
        @WithDefault("5")
        @Min(1)
        @Max(10_000)
        int perHost();

        /** How often in quick succession. */
        @WithDefault("20")
        @Min(1)
        @Max(10_000)
        int burstPerHost();

        /** Whether addresses of this very machine are admitted, on any port. For tests alone: see {@link EmbedConfig#test()}. */
        @WithDefault("false")
        boolean admitLoopback();
    }

    /** How long what links show is remembered. */
    interface Cache {
        /** Where the site says nothing. */
        @WithDefault("1h")
        Duration usual();

        /** At least, whatever the site says. */
        @WithDefault("1m")
        Duration shortest();

        /** At most, whatever the site says. */
        @WithDefault("24h")
        Duration longest();

        /** That there is nothing to show. */
        @WithDefault("10m")
        Duration negative();

        /** That nobody could be asked rightly. */
        @WithDefault("1m")
        Duration trouble();

        /** How long one instance may ask for a link while the others wait; should it die, another asks after that. */
        @WithDefault("20s")
        Duration lock();

        /** How often those who wait look. */
        @WithDefault("100ms")
        Duration look();

        /** How many links are looked up at once; further ones are tried again later. */
        @WithDefault("1000")
        @Min(1)
        @Max(100_000)
        int concurrency();

        Breaker breaker();
    }

    /** When a provider is not asked any more for a while. */
    interface Breaker {
        /** Of so many of its answers. */
        @WithDefault("20")
        @Min(2)
        @Max(1_000)
        int of();

        /** This share, in percent, were trouble. */
        @WithDefault("50")
        @Min(1)
        @Max(100)
        int percent();

        /** For how long it then rests. */
        @WithDefault("30s")
        Duration rest();
    }

    /** How links are shown. */
    interface Unfolding {
        /** How long Discord is given to show a link itself. */
        @WithDefault("3s")
        Duration patience();

        /** A message that is older is not shown any more. */
        @WithDefault("5m")
        Duration maxAge();

        /** How many links of a message are shown. */
        @WithDefault("5")
        @Min(1)
        @Max(10)
        int mostLinks();

        /** How often a message's links are looked up before those that did not answer are left out. */
        @WithDefault("3")
        @Min(1)
        @Max(10)
        int attempts();

        /** When they are looked up again, should the instance that does have died. */
        @WithDefault("30s")
        Duration retry();

        /** For how long a reply is worth posting. */
        @WithDefault("5m")
        Duration postWithin();

        /** For how long a message's edits and its deletion are followed; less than the 7 days that content is kept. */
        @WithDefault("6d")
        Duration followed();

        /** How often those are looked for that are followed no more. */
        @WithDefault("10m")
        Duration sweepEvery();

        /** How many are deleted in one transaction. */
        @WithDefault("1000")
        @Min(1)
        @Max(100_000)
        int sweepBatch();
    }
}
