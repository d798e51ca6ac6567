package dev.warren.gateway.inbound;

import dev.warren.gateway.guilds.LatelySeen;
import dev.warren.gateway.wire.Members;
import dev.warren.gateway.wire.Nodes;
import dev.warren.schemas.discord.MemberEvent;
import dev.warren.schemas.discord.MemberEvent.MemberJoined;
import dev.warren.schemas.discord.MemberEvent.MemberLeft;
import dev.warren.schemas.discord.MemberEvent.MemberUpdated;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Who joined, left or changed. */
@ApplicationScoped
class MemberEvents {
    private final LatelySeen seen;

    MemberEvents(LatelySeen seen) {
        this.seen = seen;
    }

    void joined(Arrival arrival) {
        var data = arrival.data();
        var guild = Nodes.requiredId(data, "guild_id", GuildId::of);
        var member = Members.member(data);
        seen.saw(guild, member);
        emit(arrival, guild, member.id(), new MemberJoined(guild, member, Nodes.time(data, "joined_at")));
    }

    void left(Arrival arrival) {
        var data = arrival.data();
        var guild = Nodes.requiredId(data, "guild_id", GuildId::of);
        var user = Members.user(data.path("user"));
        seen.left(guild, user.id());
        emit(arrival, guild, user.id(), new MemberLeft(guild, user.id(), user.name()));
    }

    void updated(Arrival arrival) {
        var data = arrival.data();
        var guild = Nodes.requiredId(data, "guild_id", GuildId::of);
        var member = Members.member(data);
        seen.saw(guild, member);
        emit(
                arrival,
                guild,
                member.id(),
                new MemberUpdated(
                        guild, member, Nodes.time(data, "communication_disabled_until"), Nodes.flag(data, "pending")));
    }

    private static void emit(Arrival arrival, GuildId guild, UserId user, MemberEvent payload) {
        var key = Keys.member(Optional.of(guild), user);
        arrival.emit(Topics.MEMBERS, arrival.event(arrival.id(), arrival.at(), key, payload));
    }
}
