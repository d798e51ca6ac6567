package dev.warren.ai.guilds;

import dev.warren.runtime.events.FollowedTopic;
import dev.warren.runtime.events.Received;
import dev.warren.schemas.discord.GuildEvent;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.GuildEvent.ChannelRemoved;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.GuildEvent.GuildLeft;
import dev.warren.schemas.discord.GuildEvent.RoleKnown;
import dev.warren.schemas.discord.GuildEvent.RoleRemoved;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Guilds with their channels and roles. As large as the topic, which the gateway keeps to what there is. */
@ApplicationScoped
public class KnownGuilds implements FollowedTopic<GuildEvent> {
    private final Map<GuildId, GuildKnown> guilds = new ConcurrentHashMap<>();
    private final Map<GuildId, Map<RoleId, RoleKnown>> roles = new ConcurrentHashMap<>();
    private final Map<GuildId, Map<ChannelId, ChannelKnown>> channels = new ConcurrentHashMap<>();

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
                        .put(channel.channel(), channel);
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

    /** All roles but that of everybody, the highest first. */
    public List<RoleKnown> roles(GuildId guild) {
        return roles.getOrDefault(guild, Map.of()).values().stream()
                .filter(role -> role.role().value() != guild.value())
                .sorted(Comparator.comparingInt((RoleKnown role) -> role.position())
                        .reversed()
                        .thenComparing(role -> role.role().value()))
                .toList();
    }

    /** All channels and threads, by name. */
    public List<ChannelKnown> channels(GuildId guild) {
        return channels.getOrDefault(guild, Map.of()).values().stream()
                .sorted(Comparator.comparing(ChannelKnown::name)
                        .thenComparing(channel -> channel.channel().value()))
                .toList();
    }

    public Optional<ChannelKnown> channel(GuildId guild, ChannelId channel) {
        return Optional.ofNullable(channels.getOrDefault(guild, Map.of()).get(channel));
    }

    /** What a member may do in a channel, in a thread what they may in its parent; none where it is not known. */
    public Optional<Permissions> permissions(GuildId guild, ChannelId channel, UserId user, List<RoleId> held) {
        return guild(guild).flatMap(known -> {
            var all = roles.getOrDefault(guild, Map.of());
            var base = PermissionRules.base(
                    guild,
                    known.owner(),
                    user,
                    held,
                    role -> Optional.ofNullable(all.get(role)).map(RoleKnown::permissions));
            return channel(guild, channel)
                    .flatMap(place -> isThread(place)
                            ? place.parent().flatMap(parent -> channel(guild, parent))
                            : Optional.of(place))
                    .map(place -> PermissionRules.inChannel(base, guild, user, held, place.overwrites()));
        });
    }

    /** Discord's types of threads are 10 to 12. */
    public static boolean isThread(ChannelKnown channel) {
        return channel.kind() >= 10 && channel.kind() <= 12;
    }
}
