package dev.warren.gateway.inbound;

import static dev.warren.gateway.inbound.Heard.NOW;
import static dev.warren.gateway.inbound.Heard.document;
import static dev.warren.gateway.inbound.Heard.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.GuildEvent.ChannelRemoved;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.GuildEvent.GuildLeft;
import dev.warren.schemas.discord.GuildEvent.RoleKnown;
import dev.warren.schemas.discord.GuildEvent.RoleRemoved;
import dev.warren.schemas.discord.MemberEvent.MemberJoined;
import dev.warren.schemas.discord.MemberEvent.MemberLeft;
import dev.warren.schemas.discord.MemberEvent.MemberUpdated;
import dev.warren.schemas.discord.ReactionEvent.ReactionAdded;
import dev.warren.schemas.discord.ReactionEvent.ReactionRemoved;
import dev.warren.schemas.discord.ReactionEvent.ReactionsCleared;
import dev.warren.schemas.discord.VoiceEvent.VoiceStateChanged;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Guilds, members, reactions and voice. */
class StateEventsTest {
    private static final GuildId GUILD = new GuildId(900_000_000_000_000_001L);

    private final Heard heard = new Heard();

    @Test
    void guild_firstSeen_isToldWhole_andSeenAgainNotAtAll() {
        // When
        var events = heard.hear("GUILD_CREATE", document("guild-create"));
        // Then
        assertThat(events)
                .filteredOn(event -> event.topic().name().equals("discord.guilds"))
                .extracting(event -> event.event().subject())
                .containsExactly(
                        "guild:900000000000000001",
                        "channel:900000000000000009",
                        "channel:900000000000000010",
                        "channel:900000000000000011",
                        "role:900000000000000001",
                        "role:900000000000000021",
                        "role:900000000000000022");
        assertThat(events.getFirst().event().id().value()).isEqualTo("session:1/guild:900000000000000001");
        assertThat(events.getFirst().event().payload()).isInstanceOfSatisfying(GuildKnown.class, guild -> {
            assertThat(guild.botRoles()).containsExactly(new RoleId(900_000_000_000_000_022L));
            assertThat(guild.members()).isEqualTo(3);
            assertThat(guild.locale()).contains("en-GB");
        });
        // When
        var again = heard.hear("GUILD_CREATE", document("guild-create"));
        // Then
        assertThat(again).extracting(event -> event.topic().name()).containsExactly("discord.voice");
    }

    @Test
    void change_ofARoleOrChannel_isToldAlone_andWhatIsGoneToo() {
        heard.hear("GUILD_CREATE", document("guild-create"));
        assertThat(heard.payloads("GUILD_ROLE_UPDATE", json("""
            {'guild_id': '900000000000000001', 'role': {'id': '900000000000000021', 'name': 'Mods', 'permissions': '8192',
             'position': 2, 'color': 3066993, 'managed': false, 'mentionable': true}}\
            """)))
                .singleElement()
                .isInstanceOfSatisfying(
                        RoleKnown.class, role -> assertThat(role.name()).isEqualTo("Mods"));
        assertThat(heard.payloads(
                        "GUILD_ROLE_DELETE",
                        json("{'guild_id': '900000000000000001', 'role_id': '900000000000000021'}")))
                .containsExactly(new RoleRemoved(GUILD, new RoleId(900_000_000_000_000_021L)));
        assertThat(heard.payloads(
                        "CHANNEL_CREATE",
                        json("{'guild_id': '900000000000000001', 'id': '77', 'type': 0, 'name': 'new',"
                                + " 'permission_overwrites': []}")))
                .containsExactly(
                        new ChannelKnown(GUILD, new ChannelId(77), "new", 0, Optional.empty(), false, List.of()));
        assertThat(heard.payloads("CHANNEL_DELETE", json("{'guild_id': '900000000000000001', 'id': '77', 'type': 0}")))
                .containsExactly(new ChannelRemoved(GUILD, new ChannelId(77)));
    }

    @Test
    void botsOwnRoles_changed_changeTheGuild() {
        heard.hear("GUILD_CREATE", document("guild-create"));
        assertThat(heard.payloads("GUILD_MEMBER_UPDATE", json("""
            {'guild_id': '900000000000000001', 'user': {'id': '100000000000000001', 'username': 'Warren', 'bot': true},
             'roles': ['900000000000000021']}\
            """)).getFirst())
                .isInstanceOfSatisfying(
                        GuildKnown.class,
                        guild -> assertThat(guild.botRoles()).containsExactly(new RoleId(900_000_000_000_000_021L)));
    }

    @Test
    void guild_unavailable_isNotLeft_butARemovalIs_alsoOneThatHappenedWhileAway() {
        // Given
        heard.hear("GUILD_CREATE", document("guild-create"));
        // Then
        assertThat(heard.hear("GUILD_DELETE", json("{'id': '900000000000000001', 'unavailable': true}")))
                .isEmpty();
        assertThat(heard.payloads("GUILD_DELETE", json("{'id': '900000000000000001'}")))
                .contains(new GuildLeft(GUILD, NOW))
                .hasSize(7);
        // When
        heard.hear("GUILD_CREATE", document("guild-create"));
        // Then
        assertThat(heard.payloads("READY", json("{'guilds': [{'id': '900000000000000001', 'unavailable': true}]}")))
                .isEmpty();
        assertThat(heard.payloads("READY", json("{'guilds': [], 'shard': [0, 1]}")))
                .contains(new GuildLeft(GUILD, NOW));
    }

    @Test
    void members_joinLeaveAndChange() {
        var user = "'user': {'id': '5', 'username': 'grace', 'global_name': 'Grace', 'avatar': null}";
        assertThat(heard.payloads(
                        "GUILD_MEMBER_ADD",
                        json("{'guild_id': '7', " + user + ", 'roles': [], 'joined_at': '2026-11-20T11:59:00+00:00'}")))
                .singleElement()
                .isInstanceOfSatisfying(MemberJoined.class, joined -> {
                    assertThat(joined.member().displayName()).isEqualTo("Grace");
                    assertThat(joined.joinedAt()).contains(Instant.parse("2026-11-20T11:59:00Z"));
                });
        assertThat(heard.hear(
                        "GUILD_MEMBER_UPDATE",
                        json("{'guild_id': '7', " + user
                                + ", 'roles': ['9'], 'nick': 'G', 'communication_disabled_until':"
                                + " '2026-11-21T00:00:00+00:00'}")))
                .singleElement()
                .satisfies(update -> {
                    assertThat(update.event().id().value()).isEqualTo("session:2");
                    assertThat(update.event().subject()).isEqualTo("7:5");
                    assertThat(update.event().payload()).isInstanceOfSatisfying(MemberUpdated.class, changed -> {
                        assertThat(changed.member().roles()).containsExactly(new RoleId(9));
                        assertThat(changed.timedOutUntil()).contains(Instant.parse("2026-11-21T00:00:00Z"));
                    });
                });
        assertThat(heard.payloads("GUILD_MEMBER_REMOVE", json("{'guild_id': '7', " + user + "}")))
                .containsExactly(new MemberLeft(new GuildId(7), new UserId(5), "grace"));
    }

    @Test
    void reactions_areToldWithTheirEmoji() {
        var where = "'channel_id': '3', 'message_id': '4', 'guild_id': '7'";
        assertThat(heard.payloads(
                        "MESSAGE_REACTION_ADD",
                        json("{'user_id': '5', " + where
                                + ", 'message_author_id': '6', 'emoji': {'id': '88', 'name': 'party'}}")))
                .containsExactly(new ReactionAdded(
                        Optional.of(new GuildId(7)),
                        new ChannelId(3),
                        new MessageId(4),
                        new UserId(5),
                        Optional.of(new UserId(6)),
                        "party:88"));
        assertThat(heard.payloads(
                        "MESSAGE_REACTION_REMOVE",
                        json("{'user_id': '5', " + where + ", 'emoji': {'id': null, 'name': '🔥'}}")))
                .containsExactly(new ReactionRemoved(
                        Optional.of(new GuildId(7)), new ChannelId(3), new MessageId(4), new UserId(5), "🔥"));
        assertThat(heard.payloads("MESSAGE_REACTION_REMOVE_ALL", json("{" + where + "}")))
                .containsExactly(new ReactionsCleared(
                        Optional.of(new GuildId(7)), new ChannelId(3), new MessageId(4), Optional.empty()));
    }

    @Test
    void guild_toldAgainWithoutOneWhoSatThere_tellsThatTheyLeft() {
        // Given
        heard.hear("GUILD_CREATE", document("guild-create"));
        var alone = document("guild-create");
        alone.putArray("voice_states");
        // When
        var again = heard.payloads("GUILD_CREATE", alone);
        // Then
        assertThat(again)
                .singleElement()
                .isInstanceOfSatisfying(
                        VoiceStateChanged.class,
                        left -> assertThat(left.channel()).isEmpty());
        assertThat(heard.payloads("GUILD_CREATE", alone)).isEmpty();
    }

    @Test
    void voice_standingAndChanged_isKeyedByGuild() {
        var standing = heard.hear("GUILD_CREATE", document("guild-create")).getLast();
        assertThat(standing.event().subject()).isEqualTo(GUILD.toString());
        assertThat(standing.event().id().value()).isEqualTo("session:1/voice:800000000000000002");
        assertThat(heard.payloads("VOICE_STATE_UPDATE", json("""
            {'guild_id': '900000000000000001', 'channel_id': null, 'user_id': '5', 'mute': false, 'deaf': false, 'self_mute': true,
             'self_deaf': false, 'suppress': false, 'member': {'user': {'id': '5', 'bot': true}}}\
            """)))
                .containsExactly(new VoiceStateChanged(
                        GUILD, new UserId(5), true, Optional.empty(), false, false, true, false, false, NOW));
    }
}
