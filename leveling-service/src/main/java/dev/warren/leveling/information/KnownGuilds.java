package dev.warren.leveling.information;

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
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Guilds with their roles, and how many channels of a kind they have. As large as the topic, which the gateway keeps to what there is. */
@ApplicationScoped
public class KnownGuilds implements FollowedTopic<GuildEvent> {
    private final Map<GuildId, GuildKnown> guilds = new ConcurrentHashMap<>();
    private final Map<GuildId, Map<RoleId, RoleKnown>> roles = new ConcurrentHashMap<>();
    private final Map<GuildId, Map<ChannelId, Integer>> channels = new ConcurrentHashMap<>();

    @Override
    public Topic<GuildEvent> topic() {
        return Topics.GUILDS;
    }

    @Override
    public void accept(Received<GuildEvent> received) {
        switch (received.event().payload()) {
            case GuildKnown guild -> guilds.put(guild.guild(), guild);
            case GuildLeft left -> {
                guilds.remove(left.guild());
                roles.remove(left.guild());
                channels.remove(left.guild());
            }
            case ChannelKnown channel ->
                channels.computeIfAbsent(channel.guild(), _ -> new ConcurrentHashMap<>())
                        .put(channel.channel(), channel.kind());
            case ChannelRemoved gone ->
                channels.getOrDefault(gone.guild(), new ConcurrentHashMap<>()).remove(gone.channel());
            case RoleKnown role ->
                roles.computeIfAbsent(role.guild(), _ -> new ConcurrentHashMap<>())
                        .put(role.role(), role);
            case RoleRemoved gone ->
                roles.getOrDefault(gone.guild(), new ConcurrentHashMap<>()).remove(gone.role());
            case GuildEvent.Unknown _ -> {}
        }
    }

    /** None while nothing is known of it. */
    public Optional<GuildKnown> guild(GuildId guild) {
        return Optional.ofNullable(guilds.get(guild));
    }

    Optional<RoleKnown> role(GuildId guild, RoleId role) {
        return Optional.ofNullable(roles.getOrDefault(guild, Map.of()).get(role));
    }

    /** How many roles there are, the one of everybody not counted. */
    int roles(GuildId guild) {
        return (int) roles.getOrDefault(guild, Map.of()).keySet().stream()
                .filter(role -> role.value() != guild.value())
                .count();
    }

    /** How many channels are of one of these kinds, as Discord numbers them. */
    int channels(GuildId guild, Integer... kinds) {
        var wanted = java.util.Set.of(kinds);
        return (int) channels.getOrDefault(guild, Map.of()).values().stream()
                .filter(wanted::contains)
                .count();
    }
}
