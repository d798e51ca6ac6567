package dev.warren.simulator.faults;

import java.util.Locale;
import java.util.Optional;

/** What can be made to go wrong. */
public enum FaultKind {
    /** Sockets are closed with code 4000; their sessions can be resumed. */
    CLOSE_GATEWAY(false),
    /** Sockets get opcode 7, which asks them to reconnect and resume. */
    RECONNECT(false),
    /** All sessions end; sockets get opcode 9, and so does who resumes. */
    INVALID_SESSION(false),
    /** Heartbeats stay without acknowledgement. */
    LOST_HEARTBEAT_ACK(false),
    /** Requests are refused with 429. */
    REST_429(true),
    /** Requests fail with 500 and have no effect. */
    REST_500(true),
    /** Requests have their effect, then the connection breaks without an answer. */
    REST_RESET_AFTER_ACCEPT(true),
    /** Requests are answered late. */
    DELAY(true),
    /** Nonces are not looked at. */
    NO_NONCE_DEDUPE(true);

    private final boolean rest;

    FaultKind(boolean rest) {
        this.rest = rest;
    }

    /** Whether it befalls REST requests, so that a route can narrow it. */
    public boolean rest() {
        return rest;
    }

    /** The name in the control API, as {@code rest-429}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FaultKind> named(String name) {
        for (FaultKind kind : values()) {
            if (kind.wireName().equals(name)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
