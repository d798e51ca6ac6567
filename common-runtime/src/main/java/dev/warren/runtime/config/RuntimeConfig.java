package dev.warren.runtime.config;

import dev.warren.schemas.bot.FileRef;
import dev.warren.schemas.topics.Service;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings that every service has, under {@code warren.}. */
@ConfigMapping(prefix = "warren")
public interface RuntimeConfig {
    /** Which service this is. */
    Service service();

    /**
     * The instance's name, where it is the same after a restart and no other instance of the service has it, as in a StatefulSet. With it
     * a killed instance has its partitions back as soon as it is up again.
     */
    Optional<@Pattern(regexp = "[A-Za-z0-9._-]{1,200}") String> instance();

    /** Stamped on everything that is emitted by a replay; the gateway drops it. */
    Optional<String> replayId();

    /** Whether this start only trains the AOT cache: connect to nothing, and exit when started. */
    @WithDefault("false")
    boolean train();

    /** Whether a wrong setting leaves the process alive, unready and with the reason, as Kubernetes wants it, instead of ending it. */
    @WithDefault("false")
    boolean stayOnWrongSetting();

    /** How often the servers are asked whether they are there. */
    @WithDefault("2s")
    Duration probe();

    Announcement announcement();

    Commands commands();

    Records records();

    Redis redis();

    Timers timers();

    Departures departures();

    Attachments attachments();

    Traces traces();

    /** What the service tells the gateway it offers. */
    interface Announcement {
        /** Raise it with each change of commands or settings: the higher one wins in a rolling upgrade. */
        @WithDefault("1")
        @Min(0)
        long version();
    }

    /** Limits for commands. */
    interface Commands {
        /** An older command is not run but answered "I was away". */
        @WithDefault("30s")
        Duration maxAge();

        /** How long commands of a batch may read ahead before it is begun without. */
        @WithDefault("500ms")
        Duration preparation();

        /** For how long an answer makes sense; an interaction's token lives 15 minutes. */
        @WithDefault("14m")
        Duration answerExpiry();

        /** For how long a refusal of a prefix command stands in the channel. */
        @WithDefault("30s")
        Duration refusalStands();

        /** For how long a recorded outcome is kept; longer than the topic of commands. */
        @WithDefault("8d")
        Duration inboxRetention();

        /** When content in a recorded outcome is blanked. */
        @WithDefault("7d")
        Duration contentRetention();

        /** How often recorded outcomes are looked through for what is too old. */
        @WithDefault("10m")
        Duration sweepEvery();

        /** How many recorded outcomes are deleted or blanked in one transaction. */
        @WithDefault("1000")
        @Min(1)
        @Max(100_000)
        int sweepBatch();
    }

    /** Limits for records. */
    interface Records {
        /** How often a record is tried before it goes to the dead letters. An outage does not count. */
        @WithDefault("3")
        @Min(1)
        @Max(20)
        int attempts();

        /** The first pause between tries; it doubles, with jitter. */
        @WithDefault("100ms")
        Duration firstPause();

        /** The longest pause between tries in an outage. */
        @WithDefault("5s")
        Duration longestPause();

        /** How long what has begun may take to end when the service is told to stop; what has not ended then comes again. */
        @WithDefault("5s")
        Duration drain();

        /** How long dense records may wait for company before they are sent. */
        @WithDefault("25ms")
        Duration denseLinger();

        /** How long the service is not called ready for a channel that was told no partitions yet; a dead replica's session takes 45 s. */
        @WithDefault("60s")
        Duration firstAssignment();

        /** Bytes that wait for the broker at most, for each of the two producers. */
        @WithDefault("33554432")
        @Min(1_048_576)
        long buffer();

        /** Bytes over which a file travels by claim check. */
        @WithDefault("262144")
        @Min(0)
        @Max(FileRef.MAX_BYTES)
        int inlineBytes();

        /** For how long the bytes of a larger file lie in Redis. */
        @WithDefault("1h")
        Duration claims();

        /** How long a partition's offset may stay unwritten while nothing in it concerns this service. */
        @WithDefault("5s")
        Duration offsetFlush();
    }

    /** Where Redis is. */
    interface Redis {
        /** {@code redis://[user:password@]host:port[/db]}, or {@code rediss://} for TLS. */
        @WithDefault("redis://127.0.0.1:6379")
        @Pattern(regexp = "rediss?://.+", message = "must begin with redis:// or rediss://")
        String url();

        /** Before each key, so that several stacks can share a server. */
        @WithDefault("warren:")
        String prefix();

        /** The most a command to Redis may take. */
        @WithDefault("500ms")
        Duration timeout();
    }

    /** Timers of the service. */
    interface Timers {
        @WithDefault("true")
        boolean enabled();

        /** The longest between two looks for what is due; what this instance knows of wakes it in time. */
        @WithDefault("5s")
        Duration poll();

        /** How many are taken at once. */
        @WithDefault("500")
        @Min(1)
        @Max(10_000)
        int batch();

        /** How long taken timers may wait for the broker's acknowledgement before they are given back. */
        @WithDefault("30s")
        Duration patience();
    }

    /** Guilds that removed the bot. */
    interface Departures {
        /** How long what is kept of a guild stays after that, for the case that it takes the bot back. */
        @WithDefault("30d")
        Duration grace();

        /** How long it may take until a guild's timers rest, or go on. */
        @WithDefault("2s")
        Duration look();

        /** How much is deleted in one transaction: rows, or what they belong to. */
        @WithDefault("200")
        @Min(1)
        @Max(100_000)
        int batch();
    }

    /** Files that members attached. */
    interface Attachments {
        /** Where they lie, and nothing else is fetched from. */
        @WithDefault("https://cdn.discordapp.com")
        URI url();

        /** How long one may take. */
        @WithDefault("2s")
        Duration patience();
    }

    /** Traces, where they are on. */
    interface Traces {
        /** How many traces that begin in this process are taken in a second; 0 for none. Those that come with a record are followed. */
        @WithDefault("20")
        @Min(0)
        @Max(100_000)
        int perSecond();
    }
}
