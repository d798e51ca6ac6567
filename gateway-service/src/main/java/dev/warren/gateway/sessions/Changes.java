package dev.warren.gateway.sessions;

import dev.warren.gateway.connection.StoredSession;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What is to be written of a shard, all of it or nothing: gaps with the sequence that passes over them.
 *
 * @param session as it can be resumed now; none when none was live yet
 * @param newest the newest message that Kafka has
 * @param since from where guilds are compared that are still awaited
 * @param awaited those guilds
 * @param marks of channels in which something was said
 * @param forgotten channels whose marks are no longer needed
 * @param left guilds of which nothing is to be read any more
 * @param gaps that were opened
 */
public record Changes(
        Optional<StoredSession> session,
        Optional<MessageId> newest,
        Optional<MessageId> since,
        Set<GuildId> awaited,
        Collection<Mark> marks,
        Set<ChannelId> forgotten,
        Set<GuildId> left,
        Collection<Gap> gaps) {
    public Changes {
        awaited = Set.copyOf(awaited);
        marks = List.copyOf(marks);
        forgotten = Set.copyOf(forgotten);
        left = Set.copyOf(left);
        gaps = List.copyOf(gaps);
    }
}
