package dev.warren.gateway.rest;

import io.vertx.core.buffer.Buffer;
import java.time.Duration;

/** How a request ended. */
public sealed interface RestOutcome {
    /**
     * Discord did it.
     *
     * @param status 200 to 299
     * @param body the answer's bytes, empty for 204
     */
    record Posted(int status, Buffer body) implements RestOutcome {}

    /**
     * Discord refused it, and would refuse it again.
     *
     * @param status 400 to 499 without 429
     * @param code Discord's error code, 0 when it gave none
     * @param message Discord's words; they name fields and limits, and may quote the request
     */
    record Refused(int status, int code, String message) implements RestOutcome {}

    /** Its time was over before it could be sent; nothing was done. */
    record Expired() implements RestOutcome {}

    /** Too many requests wait already; nothing was done. */
    record Overloaded(int waiting) implements RestOutcome {}

    /** Discord could not be reached or held it off for too long; certainly nothing was done. */
    record Unavailable(String why, int attempts) implements RestOutcome {}

    /**
     * It was sent, and what became of it is not known.
     *
     * @param why the kind of failure, without content
     * @param since how long ago the first attempt was sent whose end is unclear
     */
    record Unknown(String why, int attempts, Duration since) implements RestOutcome {}
}
