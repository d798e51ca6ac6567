package dev.warren.schemas.ids;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The id of one event, the same however often and by whomever it is made, and unique over all topics: it derives from the
 * snowflake or from the cause of what happened.
 */
public record EventId(@JsonValue String value) implements Comparable<EventId> {
    /** The most characters an id may have; derived ids of derived ids stay far below. */
    public static final int MAX_LENGTH = 240;

    private static final Set<String> KINDS = Set.of("message", "fact", "command", "interaction");
    private static final Pattern SESSION = Pattern.compile("[0-9A-Za-z_-]{1,100}");

    public EventId {
        if (value.isBlank() || value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("eventId must have 1 to " + MAX_LENGTH + " characters: " + value);
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static EventId of(String value) {
        return new EventId(value);
    }

    /** A message was created. */
    public static EventId message(MessageId message) {
        return new EventId("message:" + message.value());
    }

    /** A message was edited; {@code editedAt} is Discord's edited timestamp. */
    public static EventId messageEdited(MessageId message, Instant editedAt) {
        return new EventId("message:" + message.value() + "/edited:" + editedAt);
    }

    /** A message was deleted. */
    public static EventId messageDeleted(MessageId message) {
        return new EventId("message:" + message.value() + "/deleted");
    }

    /** Discord shows what these links of a message lead to: the same links, the same event. */
    public static EventId messageUnfolded(MessageId message, List<String> links) {
        var digest = new CRC32();
        digest.update(String.join("\n", links).getBytes(StandardCharsets.UTF_8));
        return new EventId("message:" + message.value() + "/unfolded:" + Long.toHexString(digest.getValue()));
    }

    /** The fact of a message, without its content. */
    public static EventId fact(MessageId message) {
        return new EventId("fact:" + message.value());
    }

    /** A prefix command, written in a message. */
    public static EventId command(MessageId message) {
        return new EventId("command:" + message.value());
    }

    /** An interaction. */
    public static EventId interaction(InteractionId interaction) {
        return new EventId("interaction:" + interaction.value());
    }

    /**
     * What has no snowflake: its place in a gateway session, which a resumed copy shares.
     *
     * @param session Discord's session id: letters, digits, {@code _} and {@code -}, and no other kind's name
     * @param sequence not negative
     */
    public static EventId sequenced(String session, long sequence) {
        if (!SESSION.matcher(session).matches() || KINDS.contains(session)) {
            throw new IllegalArgumentException(
                    "session must match " + SESSION + " and be no other kind's name: " + session);
        }
        if (sequence < 0) {
            throw new IllegalArgumentException("sequence must not be negative: " + sequence);
        }
        return new EventId(session + ":" + sequence);
    }

    /**
     * What follows from this event, such as {@code fact:1234/level-reached:7}.
     *
     * @param what must not be blank, and must be another for each thing that follows
     */
    public EventId derive(String what) {
        if (what.isBlank()) {
            throw new IllegalArgumentException("what must not be blank: " + what);
        }
        return new EventId(value + "/" + what);
    }

    @Override
    public int compareTo(EventId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
