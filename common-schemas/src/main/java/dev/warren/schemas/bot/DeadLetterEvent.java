package dev.warren.schemas.bot;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What a service could not process: topics {@code <service>.dead-letters} and {@code <service>.dead-letters.content}. */
public sealed interface DeadLetterEvent {
    /**
     * A record that was put aside, as it was.
     *
     * @param key the record's key; none when it had none
     * @param headers as text; what is not UTF-8 is in Base64 after {@code base64:}
     * @param value in Base64; none for a tombstone
     * @param reason the error's class and message; cut after 1,000 characters
     * @param stack cut after 8,000 characters
     */
    @WireType("dev.warren.bot.put-aside.v1")
    record PutAside(
            String service,
            String topic,
            int partition,
            long offset,
            Optional<String> key,
            Map<String, String> headers,
            Optional<String> value,
            String reason,
            String stack,
            int attempts,
            Instant at)
            implements DeadLetterEvent {
        public PutAside {
            headers = Map.copyOf(headers);
            // Cut, not refused: what puts a record aside must not fail over its own report.
            reason = reason.substring(0, Math.min(reason.length(), 1000));
            stack = stack.substring(0, Math.min(stack.length(), 8000));
        }
    }

    /** A type of the future. */
    record Unknown(String type) implements DeadLetterEvent, UnknownType {}
}
