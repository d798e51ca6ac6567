package dev.warren.memory.community.suggestions;

import dev.warren.memory.community.Texts;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Something that a member suggests.
 *
 * @param id 0 until it is stored
 * @param reply the post that shows it
 * @param words 1 to 1,000 characters
 * @param note what was said when its standing was set, at most 300 characters; may be empty
 * @param removedAt when it was removed; it can come back for a while
 */
record Suggestion(
        long id,
        GuildId guild,
        UserId by,
        ChannelId channel,
        EventId reply,
        String words,
        Standing standing,
        String note,
        Instant madeAt,
        Optional<Instant> removedAt) {
    static final int LONGEST = 1_000;
    static final int LONGEST_NOTE = 300;

    private static final int NAMED = 60;

    Suggestion {
        if (words.isBlank() || words.length() > LONGEST) {
            throw new IllegalArgumentException("words must have 1 to " + LONGEST + " characters: " + words.length());
        }
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(
                    "note must have at most " + LONGEST_NOTE + " characters: " + note.length());
        }
    }

    Suggestion standing(Standing other, String because) {
        return new Suggestion(id, guild, by, channel, reply, words, other, because, madeAt, removedAt);
    }

    Suggestion removed(Instant at) {
        return new Suggestion(id, guild, by, channel, reply, words, standing, note, madeAt, Optional.of(at));
    }

    Suggestion back() {
        return new Suggestion(id, guild, by, channel, reply, words, standing, note, madeAt, Optional.empty());
    }

    /** As a deed remembers it; empty when it is removed. */
    Map<String, String> state() {
        return removedAt.isPresent() ? Map.of() : Map.of("standing", standing.id(), "note", note);
    }

    /** How it is called in a sentence. */
    String name() {
        return "the suggestion `" + id + "`, " + Texts.escaped(Texts.shortened(words, NAMED));
    }

    /** How many are for it and against it. */
    record Votes(long up, long down) {
        static final Votes NONE = new Votes(0, 0);
    }
}
