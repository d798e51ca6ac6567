package dev.warren.gateway.connection;

import java.time.Duration;
import java.util.Set;

/** What became of the connection. */
public sealed interface ConnectionState {
    /**
     * An attempt begins.
     *
     * @param attempt 1 for the first since the connection was last live
     * @param resuming whether a session is to be resumed, not a new one begun
     */
    record Connecting(int attempt, boolean resuming) implements ConnectionState {}

    /** A new session is live; events that an earlier session did not deliver are lost to the socket. */
    record Ready(GatewaySession session, Set<Intent> intents) implements ConnectionState {}

    /** The session goes on, and every event that was missed has been handed over. */
    record Resumed(GatewaySession session) implements ConnectionState {}

    /**
     * The socket was closed, or could not be opened.
     *
     * @param code the close code; {@link #NO_CODE} when there was no close frame
     * @param reason what the closing side said, or which watchdog closed it; never a secret
     * @param resumable whether the session will be resumed
     * @param retryIn the wait until the next attempt
     */
    record Disconnected(int code, String reason, boolean resumable, Duration retryIn) implements ConnectionState {}

    /** Discord did not say READY or RESUMED in time; it is tried again. */
    record LoginTimedOut(Duration waited, Duration retryIn) implements ConnectionState {}

    /**
     * Discord refuses privileged intents that are not switched on in the developer portal; the connection is tried again without them.
     *
     * @param code 4013 or 4014
     * @param withdrawn what is no longer asked for
     */
    record IntentsRefused(int code, Set<Intent> withdrawn) implements ConnectionState {}

    /** Trying again cannot help; the connection has stopped. */
    record Failed(Failure failure, int code) implements ConnectionState {}

    /** {@link DiscordConnection#close} is done. */
    record Closed() implements ConnectionState {}

    /** Stands for a close without a close frame. */
    int NO_CODE = 1006;

    /** Why trying again cannot help. */
    enum Failure {
        /** 4004: the token is wrong. */
        WRONG_TOKEN,
        /** 4010: shard id and shard count do not fit together. */
        INVALID_SHARD,
        /** 4011: the bot is in too many guilds for this shard count. */
        SHARDING_REQUIRED,
        /** 4012: Discord no longer speaks this version of its gateway. */
        INVALID_VERSION,
        /** 4013 or 4014 although no privileged intent was asked for. */
        INVALID_INTENTS
    }
}
