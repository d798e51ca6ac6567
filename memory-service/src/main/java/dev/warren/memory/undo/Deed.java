package dev.warren.memory.undo;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.util.Map;

/**
 * Something that a member did in a guild and can take back.
 *
 * @param member who did it
 * @param owner whose contribution it is
 * @param kind which {@link Undoable} knows what it means
 * @param item what it was done to, within the kind
 * @param name what members read, such as {@code the gallery item `12`, Sunset}
 * @param before what was there, as the kind writes it; empty for nothing
 * @param after what is there now; empty for nothing
 */
public record Deed(
        GuildId guild,
        UserId member,
        UserId owner,
        String kind,
        String item,
        String name,
        Map<String, String> before,
        Map<String, String> after) {
    public Deed {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
        if (before.equals(after)) {
            throw new IllegalArgumentException("after must differ from before: " + kind);
        }
    }
}
