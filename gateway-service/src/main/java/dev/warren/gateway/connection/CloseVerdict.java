package dev.warren.gateway.connection;

import dev.warren.gateway.connection.ConnectionState.Failure;

/**
 * What a close code means for the next attempt, after Discord's table of gateway close event codes. A timed-out session (4009) is worth an
 * attempt to resume: if Discord has it no longer, it says so.
 */
sealed interface CloseVerdict {
    /** The session can be resumed. */
    record Resume() implements CloseVerdict {}

    /** The session is gone. */
    record BeginAnew() implements CloseVerdict {}

    /** Privileged intents are refused. */
    record WithdrawIntents() implements CloseVerdict {}

    /** No attempt can succeed. */
    record Stop(Failure failure) implements CloseVerdict {}

    static CloseVerdict of(int code) {
        return switch (code) {
            case 4004 -> new Stop(Failure.WRONG_TOKEN);
            case 4010 -> new Stop(Failure.INVALID_SHARD);
            case 4011 -> new Stop(Failure.SHARDING_REQUIRED);
            case 4012 -> new Stop(Failure.INVALID_VERSION);
            case 4013, 4014 -> new WithdrawIntents();
            case 4003, 4007 -> new BeginAnew();
            default -> new Resume();
        };
    }
}
