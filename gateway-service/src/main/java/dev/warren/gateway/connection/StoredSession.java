package dev.warren.gateway.connection;

import static java.util.Objects.requireNonNull;

/**
 * A session that another process, or this one later, can take up again.
 *
 * @param session what Discord said when it began
 * @param sequence the last event that counts as taken; Discord sends everything after it again
 */
public record StoredSession(GatewaySession session, long sequence) {
    public StoredSession {
        requireNonNull(session, "session");
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence must not be negative: " + sequence);
        }
    }
}
