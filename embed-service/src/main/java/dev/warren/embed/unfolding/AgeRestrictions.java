package dev.warren.embed.unfolding;

import dev.warren.runtime.events.FollowedTopic;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.discord.GuildEvent;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.GuildEvent.ChannelRemoved;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.GuildEvent.GuildLeft;
import dev.warren.schemas.discord.GuildEvent.RoleKnown;
import dev.warren.schemas.discord.GuildEvent.RoleRemoved;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Which channels are restricted by age; a thread is as its channel is. Of a channel that is not known nothing is assumed. */
@ApplicationScoped
class AgeRestrictions implements FollowedTopic<GuildEvent> {
    private static final Set<Integer> THREADS = Set.of(10, 11, 12);

    private final Set<ChannelId> restricted = ConcurrentHashMap.newKeySet();
    private final Map<ChannelId, ChannelId> threads = new ConcurrentHashMap<>();

    boolean restricts(ChannelId channel) {
        return restricted.contains(threads.getOrDefault(channel, channel));
    }

    /** The channel that a thread belongs to; a channel itself. */
    ChannelId whole(ChannelId channel) {
        return threads.getOrDefault(channel, channel);
    }

    @Override
    public Topic<GuildEvent> topic() {
        return Topics.GUILDS;
    }

    @Override
    public void accept(Received<GuildEvent> received) {
        switch (received.event().payload()) {
            case ChannelKnown known -> {
                if (known.ageRestricted()) {
                    restricted.add(known.channel());
                } else {
                    restricted.remove(known.channel());
                }
                if (THREADS.contains(known.kind())) {
                    known.parent().ifPresent(parent -> threads.put(known.channel(), parent));
                }
            }
            case ChannelRemoved removed -> {
                restricted.remove(removed.channel());
                threads.remove(removed.channel());
            }
            case GuildKnown _, GuildLeft _, RoleKnown _, RoleRemoved _, GuildEvent.Unknown _ -> {}
        }
    }
}
