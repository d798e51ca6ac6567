package dev.warren.gateway.outbound.answers;

import dev.warren.gateway.outbound.PendingInteraction;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.InteractionId;
import java.util.HashSet;
import java.util.Set;

/** An interaction and how far it is answered. Confined to the outbound loop. */
final class Conversation {
    private final PendingInteraction about;
    private final boolean local;
    private final Set<EventId> seen = new HashSet<>(2);
    private Standing standing;

    /** @param local whether this instance received the interaction, and so knows all that was done until now */
    Conversation(PendingInteraction about, boolean local, Standing standing) {
        this.about = about;
        this.local = local;
        this.standing = standing;
    }

    PendingInteraction about() {
        return about;
    }

    InteractionId id() {
        return about.id();
    }

    boolean isLocal() {
        return local;
    }

    Standing standing() {
        return standing;
    }

    void isNow(Standing next) {
        standing = next;
    }

    /** Whether this answer comes for the first time to this instance. */
    boolean isNew(EventId answer) {
        return seen.add(answer);
    }
}
