package dev.warren.leveling.surroundings;

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
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Guilds, channels and roles as they are now. Only what leveling asks for is kept: some hundred bytes for each channel and role. */
@ApplicationScoped
public class Surroundings implements FollowedTopic<GuildEvent> {
    private final Map<GuildId, Guild> guilds = new ConcurrentHashMap<>();
    private final Map<ChannelId, ChannelId> parents = new ConcurrentHashMap<>();
    private final Map<RoleId, RoleKnown> roles = new ConcurrentHashMap<>();

    /**
     * A guild.
     *
     * @param absent where those are moved who do nothing
     */
    public record Guild(String name, Optional<ChannelId> absent) {}

    /** A channel or thread and what it stands in, from inside out: thread, channel, category. */
    public List<ChannelId> places(ChannelId channel, Optional<ChannelId> parent) {
        var places = new ArrayList<ChannelId>(3);
        places.add(channel);
        var next = parent.or(() -> Optional.ofNullable(parents.get(channel)));
        // a thread stands in a channel, a channel in a category, and that is all
        while (next.isPresent() && places.size() < 3) {
            places.add(next.get());
            next = Optional.ofNullable(parents.get(next.get()));
        }
        return List.copyOf(places);
    }

    public Optional<Guild> guild(GuildId guild) {
        return Optional.ofNullable(guilds.get(guild));
    }

    /** A role that stands; none when it was deleted. */
    public Optional<RoleKnown> role(RoleId role) {
        return Optional.ofNullable(roles.get(role));
    }

    @Override
    public Topic<GuildEvent> topic() {
        return Topics.GUILDS;
    }

    @Override
    public void accept(Received<GuildEvent> received) {
        switch (received.event().payload()) {
            case GuildKnown known -> guilds.put(known.guild(), new Guild(known.name(), known.afkChannel()));
            case GuildLeft left -> guilds.remove(left.guild());
            case ChannelKnown known ->
                known.parent()
                        .ifPresentOrElse(
                                parent -> parents.put(known.channel(), parent), () -> parents.remove(known.channel()));
            case ChannelRemoved removed -> parents.remove(removed.channel());
            case RoleKnown known -> roles.put(known.role(), known);
            case RoleRemoved removed -> roles.remove(removed.role());
            case GuildEvent.Unknown _ -> {}
        }
    }
}
