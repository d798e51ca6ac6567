package dev.warren.cli.seed;

import dev.warren.schemas.ids.MessageId;
import java.time.Instant;
import java.util.Optional;

/** One thing that happens in a guild. Each has a number of its own, which rises with time as Discord's ids do. */
sealed interface Happening {
    long number();

    Instant at();

    Person who();

    /** When what begins with it has ended, such as a stay in a voice channel. */
    default Instant over() {
        return at();
    }

    /**
     * Somebody writes.
     *
     * @param channel its name
     * @param command the command that the text is taken for
     */
    record Said(
            long number,
            Instant at,
            Person who,
            String channel,
            String text,
            Optional<Said> replyTo,
            Optional<String> command)
            implements Happening {
        MessageId id() {
            return new MessageId(number);
        }
    }

    record Reacted(long number, Instant at, Person who, Said message, String emoji) implements Happening {}

    record Joined(long number, Instant at, Person who) implements Happening {}

    record Left(long number, Instant at, Person who) implements Happening {}

    /**
     * Somebody enters a voice channel, mutes themselves there, or leaves.
     *
     * @param over when they leave
     * @param channel none when they leave
     */
    record Voice(long number, Instant at, Person who, Instant over, Optional<String> channel, boolean muted)
            implements Happening {}
}
