package dev.warren.gateway.guilds;

import dev.warren.schemas.discord.GuildEvent;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.GuildEvent.ChannelRemoved;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.GuildEvent.GuildLeft;
import dev.warren.schemas.discord.GuildEvent.RoleKnown;
import dev.warren.schemas.discord.GuildEvent.RoleRemoved;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.RoleId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** One guild as it is known. Each change is told only if it is one. Read by all threads, changed by the shard's own. */
final class KnownGuild {
    private final Map<ChannelId, ChannelKnown> channels = new ConcurrentHashMap<>();
    private final Map<RoleId, RoleKnown> roles = new ConcurrentHashMap<>();
    private volatile Optional<GuildKnown> guild = Optional.empty();
    private volatile boolean live;

    Optional<GuildKnown> guild() {
        return guild;
    }

    Optional<ChannelKnown> channel(ChannelId id) {
        return Optional.ofNullable(channels.get(id));
    }

    Optional<RoleKnown> role(RoleId id) {
        return Optional.ofNullable(roles.get(id));
    }

    Collection<ChannelKnown> channels() {
        return channels.values();
    }

    Collection<RoleKnown> roles() {
        return roles.values();
    }

    /** Whether Discord has told of it in this process, so that the topic's records are older. */
    boolean isLive() {
        return live;
    }

    /** From now on Discord's word counts. */
    void nowLive() {
        live = true;
    }

    List<GuildEvent> is(GuildKnown now) {
        if (guild.filter(now::equals).isPresent()) {
            return List.of();
        }
        guild = Optional.of(now);
        return List.of(now);
    }

    List<GuildEvent> has(ChannelKnown channel) {
        return channel.equals(channels.put(channel.channel(), channel)) ? List.of() : List.of(channel);
    }

    List<GuildEvent> has(RoleKnown role) {
        return role.equals(roles.put(role.role(), role)) ? List.of() : List.of(role);
    }

    List<GuildEvent> lost(ChannelId channel) {
        var removed = channels.remove(channel);
        return removed == null ? List.of() : List.of(new ChannelRemoved(removed.guild(), channel));
    }

    List<GuildEvent> lost(RoleId role) {
        var removed = roles.remove(role);
        return removed == null ? List.of() : List.of(new RoleRemoved(removed.guild(), role));
    }

    /** Everything that Discord lists; what is known and not listed is gone. Archived threads are never listed, and stay. */
    List<GuildEvent> hasOnly(Collection<ChannelKnown> allChannels, Collection<RoleKnown> allRoles) {
        var changes = new ArrayList<GuildEvent>();
        var leftChannels = new HashSet<>(channels.keySet());
        var leftRoles = new HashSet<>(roles.keySet());
        for (var channel : allChannels) {
            changes.addAll(has(channel));
            leftChannels.remove(channel.channel());
        }
        for (var role : allRoles) {
            changes.addAll(has(role));
            leftRoles.remove(role.role());
        }
        leftChannels.stream()
                .filter(id -> channel(id)
                        .filter(known -> !ChannelKinds.isThread(known.kind()))
                        .isPresent())
                .forEach(id -> changes.addAll(lost(id)));
        leftRoles.forEach(id -> changes.addAll(lost(id)));
        return changes;
    }

    /** The bot is no longer in it. */
    List<GuildEvent> left(Instant at) {
        var changes = new ArrayList<GuildEvent>();
        guild.ifPresent(known -> changes.add(new GuildLeft(known.guild(), at)));
        List.copyOf(channels.keySet()).forEach(id -> changes.addAll(lost(id)));
        List.copyOf(roles.keySet()).forEach(id -> changes.addAll(lost(id)));
        return changes;
    }
}
