package dev.warren.gateway.guilds;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.gateway.wire.Nodes;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * All guilds as they are known: at first as {@code discord.guilds} has them, from Discord's first word on as Discord says. It tells what
 * changed, so that only that is published.
 */
@ApplicationScoped
public class GuildDirectory implements FollowedTopic<GuildEvent> {
    private static final int SNOWFLAKE_TIME = 22;

    private final Map<GuildId, KnownGuild> guilds = new ConcurrentHashMap<>();

    public Optional<GuildKnown> guild(GuildId guild) {
        return known(guild).flatMap(KnownGuild::guild);
    }

    public Optional<ChannelKnown> channel(GuildId guild, ChannelId channel) {
        return known(guild).flatMap(found -> found.channel(channel));
    }

    public Optional<RoleKnown> role(GuildId guild, RoleId role) {
        return known(guild).flatMap(found -> found.role(role));
    }

    /** Channels and threads, in no order. */
    public Collection<ChannelKnown> channels(GuildId guild) {
        return known(guild).map(KnownGuild::channels).orElse(List.of());
    }

    /** Roles, in no order. */
    public Collection<RoleKnown> roles(GuildId guild) {
        return known(guild).map(KnownGuild::roles).orElse(List.of());
    }

    /** How many guilds the bot is in, as far as it is known here. */
    public int size() {
        return (int) guilds.values().stream()
                .filter(known -> known.guild().isPresent())
                .count();
    }

    /** What a member may do in a channel; in a thread, what they may in its parent. None where guild or channel are not known. */
    public Optional<Permissions> permissions(GuildId guild, ChannelId channel, UserId user, List<RoleId> roles) {
        var known = guilds.get(guild);
        if (known == null || known.guild().isEmpty()) {
            return Optional.empty();
        }
        var base = PermissionRules.base(
                guild,
                known.guild().get().owner(),
                user,
                roles,
                role -> known.role(role).map(RoleKnown::permissions));
        return known.channel(channel)
                .flatMap(place -> ChannelKinds.isThread(place.kind())
                        ? place.parent().flatMap(known::channel)
                        : Optional.of(place))
                .map(place -> PermissionRules.inChannel(base, guild, user, roles, place.overwrites()));
    }

    /** What a member may do in the guild as a whole; none where it is not known. */
    public Optional<Permissions> permissions(GuildId guild, UserId user, List<RoleId> roles) {
        return known(guild)
                .flatMap(known -> known.guild()
                        .map(now -> PermissionRules.base(
                                guild,
                                now.owner(),
                                user,
                                roles,
                                role -> known.role(role).map(RoleKnown::permissions))));
    }

    /** The same for somebody in a timeout, who can only look on. */
    public Optional<Permissions> permissionsInTimeout(
            GuildId guild, ChannelId channel, UserId user, List<RoleId> roles) {
        return permissions(guild, channel, user, roles).map(PermissionRules::timedOut);
    }

    /** The channel, and if it is a thread its parent: where a rule for one place may stand, the nearest first. */
    public List<ChannelId> places(GuildId guild, ChannelId channel) {
        return channel(guild, channel)
                .filter(place -> ChannelKinds.isThread(place.kind()))
                .flatMap(ChannelKnown::parent)
                .map(parent -> List.of(channel, parent))
                .orElseGet(() -> List.of(channel));
    }

    /** The guild of a channel or thread, where it is known. It looks through all guilds. */
    public Optional<GuildId> guildOf(ChannelId channel) {
        return guilds.entrySet().stream()
                .filter(known -> known.getValue().channel(channel).isPresent())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** All guilds the bot is in, as far as it is known here, in no order. */
    public List<GuildKnown> all() {
        return guilds.values().stream().flatMap(known -> known.guild().stream()).toList();
    }

    /** A session began: guilds of this shard that Discord no longer lists were left meanwhile. */
    public List<GuildEvent> ready(JsonNode data, Instant at) {
        long shard = data.path("shard").path(0).asLong(0);
        long count = data.path("shard").path(1).asLong(1);
        var listed = new HashSet<GuildId>();
        data.path("guilds").forEach(guild -> listed.add(Nodes.requiredId(guild, "id", GuildId::of)));
        var changes = new ArrayList<GuildEvent>();
        for (var guild : List.copyOf(guilds.keySet())) {
            if ((guild.value() >> SNOWFLAKE_TIME) % count == shard && !listed.contains(guild)) {
                changes.addAll(left(guild, at));
            }
        }
        return changes;
    }

    /** A guild as it is now, with all its channels, active threads and roles. */
    public List<GuildEvent> created(JsonNode data, Optional<UserId> bot) {
        if (Nodes.flag(data, "unavailable")) {
            return List.of();
        }
        var guild = Nodes.requiredId(data, "id", GuildId::of);
        var known = live(guild);
        var channels = new ArrayList<ChannelKnown>();
        data.path("channels").forEach(channel -> channels.add(GuildReader.channel(guild, channel)));
        data.path("threads").forEach(thread -> channels.add(GuildReader.channel(guild, thread)));
        var changes = new ArrayList<>(known.is(GuildReader.guild(data, bot, known.guild())));
        changes.addAll(known.hasOnly(channels, roles(guild, data)));
        return changes;
    }

    /** The guild itself changed, and perhaps its roles. */
    public List<GuildEvent> updated(JsonNode data) {
        var guild = Nodes.requiredId(data, "id", GuildId::of);
        var known = live(guild);
        var changes = new ArrayList<>(known.is(GuildReader.guild(data, Optional.empty(), known.guild())));
        roles(guild, data).forEach(role -> changes.addAll(known.has(role)));
        return changes;
    }

    /** The bot was removed, unless it is only Discord that is away. */
    public List<GuildEvent> deleted(JsonNode data, Instant at) {
        return Nodes.flag(data, "unavailable") ? List.of() : left(Nodes.requiredId(data, "id", GuildId::of), at);
    }

    public List<GuildEvent> hasRole(GuildId guild, JsonNode role) {
        return live(guild).has(GuildReader.role(guild, role));
    }

    public List<GuildEvent> lostRole(GuildId guild, RoleId role) {
        return live(guild).lost(role);
    }

    /** A channel or thread is, or is now, like this. */
    public List<GuildEvent> hasChannel(GuildId guild, JsonNode channel) {
        return live(guild).has(GuildReader.channel(guild, channel));
    }

    public List<GuildEvent> lostChannel(GuildId guild, ChannelId channel) {
        return live(guild).lost(channel);
    }

    /** The bot's own roles are now these. */
    public List<GuildEvent> botHas(GuildId guild, List<RoleId> roles) {
        var known = live(guild);
        return known.guild()
                .map(now -> known.is(GuildReader.withBotRoles(now, roles)))
                .orElse(List.of());
    }

    @Override
    public Topic<GuildEvent> topic() {
        return Topics.GUILDS;
    }

    @Override
    public void accept(Received<GuildEvent> received) {
        switch (received.event().payload()) {
            case GuildKnown guild -> remembered(guild.guild()).ifPresent(known -> known.is(guild));
            case ChannelKnown channel -> remembered(channel.guild()).ifPresent(known -> known.has(channel));
            case RoleKnown role -> remembered(role.guild()).ifPresent(known -> known.has(role));
            case ChannelRemoved removed -> forgotten(removed.guild()).ifPresent(known -> known.lost(removed.channel()));
            case RoleRemoved removed -> forgotten(removed.guild()).ifPresent(known -> known.lost(removed.role()));
            case GuildLeft left -> forgotten(left.guild()).ifPresent(known -> guilds.remove(left.guild(), known));
            case GuildEvent.Unknown _ -> {}
        }
    }

    private static List<RoleKnown> roles(GuildId guild, JsonNode data) {
        var roles = new ArrayList<RoleKnown>();
        data.path("roles").forEach(role -> roles.add(GuildReader.role(guild, role)));
        return roles;
    }

    private List<GuildEvent> left(GuildId guild, Instant at) {
        var known = guilds.remove(guild);
        return known == null ? List.of() : known.left(at);
    }

    private Optional<KnownGuild> known(GuildId guild) {
        return Optional.ofNullable(guilds.get(guild));
    }

    private KnownGuild live(GuildId guild) {
        var known = guilds.computeIfAbsent(guild, _ -> new KnownGuild());
        known.nowLive();
        return known;
    }

    /** The guild as the topic has it; none once Discord's own word is newer. */
    private Optional<KnownGuild> remembered(GuildId guild) {
        return Optional.of(guilds.computeIfAbsent(guild, _ -> new KnownGuild())).filter(known -> !known.isLive());
    }

    /** The same for what the topic says is gone: that makes no guild known. */
    private Optional<KnownGuild> forgotten(GuildId guild) {
        return known(guild).filter(known -> !known.isLive());
    }
}
