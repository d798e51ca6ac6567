package dev.warren.simulator.world;

import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.Set;

/** Who belongs to which guild, with which roles and where in its voice channels, and what the gateway tells of it. Checks nothing. */
public final class Memberships {
    private final World world;

    public Memberships(World world) {
        this.world = world;
    }

    /** Finds the member; a user who is not in the guild joins it. */
    public Member member(Guild guild, User user) {
        return guild.member(user).orElseGet(() -> join(guild, user));
    }

    private Member join(Guild guild, User user) {
        var member = new Member(user, Optional.empty(), Set.of(), world.now(), Optional.empty());
        guild.members().put(user.id(), member);
        var data = member.json().put("guild_id", guild.id().toString());
        world.dispatch(Event.inGuild("GUILD_MEMBER_ADD", Intent.GUILD_MEMBERS, guild, data));
        return member;
    }

    /** Replaces a member's roles, nickname or timeout. */
    public void update(Guild guild, Member member) {
        guild.members().put(member.user().id(), member);
        var data = member.json().put("guild_id", guild.id().toString());
        Event event = member.user().equals(world.bot())
                ? Event.always("GUILD_MEMBER_UPDATE", Optional.of(guild), data)
                : Event.inGuild("GUILD_MEMBER_UPDATE", Intent.GUILD_MEMBERS, guild, data);
        world.dispatch(event);
    }

    /** The member leaves or is kicked: the gateway tells both the same. */
    public void leave(Guild guild, Member member) {
        guild.members().remove(member.user().id());
        voice(guild, member, Optional.empty(), false, false);
        world.dispatch(Event.inGuild("GUILD_MEMBER_REMOVE", Intent.GUILD_MEMBERS, guild, who(guild, member.user())));
    }

    public void ban(Guild guild, User user, Optional<String> reason) {
        guild.bans().put(user.id(), new Guild.Ban(user, reason));
        guild.member(user).ifPresent(member -> leave(guild, member));
        world.dispatch(Event.inGuild("GUILD_BAN_ADD", Intent.GUILD_MODERATION, guild, who(guild, user)));
    }

    public void unban(Guild guild, User user) {
        if (guild.bans().remove(user.id()) != null) {
            world.dispatch(Event.inGuild("GUILD_BAN_REMOVE", Intent.GUILD_MODERATION, guild, who(guild, user)));
        }
    }

    private static JsonObject who(Guild guild, User user) {
        return new JsonObject().put("guild_id", guild.id().toString()).put("user", user.json());
    }

    /** Moves a member into a voice channel, or out of all when the channel is empty. */
    public void voice(Guild guild, Member member, Optional<Channel> channel, boolean mute, boolean deaf) {
        Snowflake id = member.user().id();
        if (channel.isEmpty() && !guild.voiceStates().containsKey(id)) {
            return;
        }
        var state = new JsonObject()
                .put("user_id", id.toString())
                .put("channel_id", channel.map(to -> to.id().toString()).orElse(null))
                .put("session_id", "voice" + id)
                .put("self_mute", mute)
                .put("self_deaf", deaf)
                .put("mute", false)
                .put("deaf", false)
                .put("self_video", false)
                .put("suppress", false)
                .put("request_to_speak_timestamp", null);
        if (channel.isPresent()) {
            guild.voiceStates().put(id, state);
        } else {
            guild.voiceStates().remove(id);
        }
        var data = state.copy().put("guild_id", guild.id().toString()).put("member", member.json());
        world.dispatch(Event.inGuild("VOICE_STATE_UPDATE", Intent.GUILD_VOICE_STATES, guild, data));
    }
}
