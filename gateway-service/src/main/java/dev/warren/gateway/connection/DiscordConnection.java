package dev.warren.gateway.connection;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * One shard's connection to Discord's gateway. It keeps itself alive: it resumes after a lost socket, begins a new session where the old
 * one is gone, and tries again with jittered exponential backoff. Listeners are given when an implementation is made.
 */
public interface DiscordConnection {
    /**
     * Starts connecting, and returns at once.
     *
     * @param session a session to resume; a new one is begun when empty or when Discord no longer knows it
     * @throws IllegalStateException when called a second time
     */
    void connect(Optional<StoredSession> session);

    /**
     * Sends a frame such as a presence update. Discord allows 120 in a minute; more are held back, up to the bound in the settings.
     *
     * @param json the whole frame, with {@code op} and {@code d}
     * @return whether it was taken; false when no session is live or too many frames wait already
     */
    boolean sendFrame(String json);

    /** The time between the last heartbeat and its acknowledgement; empty before the first one. */
    Optional<Duration> latency();

    /** The newest state; empty before {@link #connect}. */
    Optional<ConnectionState> state();

    /** The session as it could be resumed now, with the sequence of the last event handed over; empty when there is none. */
    Optional<StoredSession> session();

    /**
     * Closes for good, without waiting for frames that are held back. Completes when the socket is closed, after the bound in the
     * settings at the latest, and with it the last event has been handed over.
     *
     * @param ending whether Discord keeps the session
     * @return the session that can be resumed later; empty when it was ended or there was none
     */
    CompletionStage<Optional<StoredSession>> close(Ending ending);

    /** What becomes of the session at Discord. */
    enum Ending {
        /** It can be resumed for some minutes, and Discord shows the bot as online meanwhile. */
        KEEP_SESSION,
        /** It ends, and the bot goes offline at once. */
        END_SESSION
    }
}
