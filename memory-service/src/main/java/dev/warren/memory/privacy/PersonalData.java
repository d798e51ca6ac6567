package dev.warren.memory.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** What one room keeps of members. Implement it as a bean: {@code /privacy} shows, exports and erases what all of them keep. */
public interface PersonalData {
    /** Its name in the exported file, such as {@code reminders}; no two rooms share one. */
    String name();

    /** What it is and for how long it is kept, as members read it in one line, such as {@code Your profile, until you clear it}. */
    String kept();

    /** How many there are of the member. */
    Uni<Long> count(Mutiny.StatelessSession tx, UserId user);

    /** All that is kept of the member, readable, the oldest first where it has an order; an empty node where there is nothing. */
    Uni<JsonNode> export(Mutiny.StatelessSession tx, UserId user);

    /**
     * Deletes all that is kept of the member, in all guilds, in the caller's transaction. The member's data key is destroyed with it. It may
     * be called again, and also when there is nothing.
     */
    Uni<Void> erase(Mutiny.StatelessSession tx, UserId user);
}
