package dev.warren.gateway.sessions;

import dev.warren.gateway.connection.StoredSession;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was remembered of a shard when its new owner took it.
 *
 * @param epoch of this owner; a later owner has a higher one
 * @param session to be resumed, if Discord still has it
 * @param newest the newest message that Kafka has; none when the shard was never connected
 * @param since from where guilds are compared that are still awaited
 * @param awaited guilds that the session announced and that did not come yet
 */
public record Memory(
        long epoch,
        Optional<StoredSession> session,
        Optional<MessageId> newest,
        Optional<MessageId> since,
        Set<GuildId> awaited,
        Collection<Mark> marks) {
    public Memory {
        awaited = Set.copyOf(awaited);
        marks = List.copyOf(marks);
    }

    /** Of a shard that was never connected. */
    public static Memory none(long epoch) {
        return new Memory(epoch, Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), List.of());
    }
}
