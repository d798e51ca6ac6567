package dev.warren.gateway.connection;

import static java.util.Objects.requireNonNull;

import java.net.ProxySelector;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a connection is told.
 *
 * @param token the bot's token, without prefix; never shown by {@link #toString}
 * @param shard which part of the guilds, and of how many
 * @param intents what is asked for
 * @param timeouts the bounds in time
 * @param maxWaitingFrames how many frames may wait for Discord's limit of 120 a minute
 * @param network how the socket reaches Discord
 */
public record ConnectionSettings(
        String token, Shard shard, Set<Intent> intents, Timeouts timeouts, int maxWaitingFrames, Network network) {
    public ConnectionSettings {
        if (token.isBlank()) {
            throw new IllegalArgumentException("token must not be blank");
        }
        requireNonNull(shard, "shard");
        if (intents.isEmpty()) {
            throw new IllegalArgumentException("intents must name at least one: []");
        }
        intents = Set.copyOf(EnumSet.copyOf(intents));
        requireNonNull(timeouts, "timeouts");
        if (maxWaitingFrames < 1) {
            throw new IllegalArgumentException("maxWaitingFrames must be at least 1: " + maxWaitingFrames);
        }
        requireNonNull(network, "network");
    }

    /** Settings with bounds that suit Discord, for shard 0 of 1. */
    public static ConnectionSettings of(String token, Set<Intent> intents) {
        return new ConnectionSettings(token, new Shard(0, 1), intents, Timeouts.DEFAULT, 240, Network.DEFAULT);
    }

    @Override
    public String toString() {
        return "ConnectionSettings[token=***, shard=" + shard + ", intents=" + intents + ", timeouts=" + timeouts
                + ", maxWaitingFrames=" + maxWaitingFrames + ", network=" + network + "]";
    }

    /** The shard's number and how many shards there are. */
    public record Shard(int id, int count) {
        public Shard {
            if (count < 1) {
                throw new IllegalArgumentException("count must be at least 1: " + count);
            }
            if (id < 0 || id >= count) {
                throw new IllegalArgumentException("id must be from 0 to " + (count - 1) + ": " + id);
            }
        }
    }

    /**
     * The bounds in time.
     *
     * @param login from the start of an attempt to READY or RESUMED
     * @param backoffFirst the mean wait before the second attempt; it doubles from attempt to attempt
     * @param backoffMax the longest wait
     * @param closing how long a closing socket may take before it is cut
     * @param heartbeatAck how long the acknowledgement of a heartbeat may take before the connection counts as dead
     */
    public record Timeouts(
            Duration login, Duration backoffFirst, Duration backoffMax, Duration closing, Duration heartbeatAck) {
        public static final Timeouts DEFAULT = new Timeouts(
                Duration.ofSeconds(30),
                Duration.ofSeconds(1),
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10));

        public Timeouts {
            positive("login", login);
            positive("backoffFirst", backoffFirst);
            positive("backoffMax", backoffMax);
            positive("closing", closing);
            positive("heartbeatAck", heartbeatAck);
            if (backoffMax.compareTo(backoffFirst) < 0) {
                throw new IllegalArgumentException("backoffMax must not be under backoffFirst: " + backoffMax);
            }
        }

        private static void positive(String field, Duration value) {
            if (value.isNegative() || value.isZero()) {
                throw new IllegalArgumentException(field + " must be positive: " + value);
            }
        }
    }

    /**
     * How the socket reaches Discord.
     *
     * @param proxies chooses the proxy; the JVM's own selector when empty
     * @param trustAllCertificates only for a local double of Discord with a certificate of its own
     * @param compress whether Discord deflates each frame: fewer bytes for more than twice the processor time
     */
    public record Network(Optional<ProxySelector> proxies, boolean trustAllCertificates, boolean compress) {
        public static final Network DEFAULT = new Network(Optional.empty(), false, false);

        public Network {
            requireNonNull(proxies, "proxies");
        }
    }
}
