package dev.warren.gateway.living;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.discord.FactEvent.DeletionFact;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.GuildEvent.ChannelKnown;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.GuildEvent.RoleKnown;
import dev.warren.schemas.discord.MemberEvent.MemberJoined;
import dev.warren.schemas.discord.MemberEvent.MemberLeft;
import dev.warren.schemas.discord.MemberEvent.MemberUpdated;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.MessageEvent.MessageDeleted;
import dev.warren.schemas.discord.MessageEvent.MessageEdited;
import dev.warren.schemas.discord.ReactionEvent.ReactionAdded;
import dev.warren.schemas.discord.VoiceEvent.VoiceStateChanged;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens at Discord stands in its topic. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class DiscordTopicsTest {
    private World world;

    @BeforeEach
    void open() {
        world = new World();
    }

    @AfterEach
    void everyRequestWasValid() {
        world.assertThatEveryRequestWasValid();
        world.close();
    }

    @Test
    void message_writtenEditedAndDeleted_isToldWithItsFacts() {
        // When
        var written = world.members.say("warren", "general", "Ada", "hello out there https://example.org/x");
        // Then
        var created = world.await(
                Topics.MESSAGES,
                MessageCreated.class,
                message -> message.id().toString().equals(written.id()));
        var payload = (MessageCreated) created.event().payload();
        assertThat(payload.content()).startsWith("hello out there");
        assertThat(created.event().subject())
                .isEqualTo(
                        written.guildId().orElseThrow() + ":" + payload.author().id());
        var fact = world.await(
                Topics.FACTS,
                MessageFact.class,
                message -> message.message().toString().equals(written.id()));
        assertThat(((MessageFact) fact.event().payload()).linkHosts()).containsExactly("example.org");
        assertThat(fact.event().correlationId()).isEqualTo(created.event().id());
        // When
        world.members.edit(written.id(), "hello again");
        world.members.delete(written.id());
        // Then
        world.await(Topics.MESSAGES, MessageEdited.class, edit -> edit.content().equals("hello again"));
        var deleted = world.await(
                Topics.MESSAGES,
                MessageDeleted.class,
                message -> message.id().toString().equals(written.id()));
        assertThat(deleted.event().subject()).isEqualTo(created.event().subject());
        world.await(
                Topics.FACTS,
                DeletionFact.class,
                gone -> gone.message().toString().equals(written.id()));
    }

    @Test
    void members_reactionsAndVoice_areTold() {
        var written = world.members.say("warren", "general", "Barbara", "look");
        world.await(
                Topics.MEMBERS,
                MemberJoined.class,
                joined -> joined.member().name().equalsIgnoreCase("barbara"));
        world.members.react(written.id(), "Barbara", "🔥");
        world.await(
                Topics.REACTIONS,
                ReactionAdded.class,
                added -> added.message().toString().equals(written.id())
                        && added.emoji().equals("🔥"));
        world.members.put(
                "/members",
                new JsonObject().put("guild", "warren").put("user", "Barbara").put("nick", "Barb"));
        world.await(
                Topics.MEMBERS,
                MemberUpdated.class,
                changed -> changed.member().displayName().equals("Barb"));
        world.members.post(
                "/voice",
                new JsonObject()
                        .put("guild", "warren")
                        .put("channel", "lounge")
                        .put("user", "Barbara")
                        .put("mute", true)
                        .put("deaf", false));
        world.await(
                Topics.VOICE, VoiceStateChanged.class, state -> state.channel().isPresent() && !state.bot());
        world.members.delete("/members", Map.of("guild", "warren", "user", "Barbara"));
        world.await(Topics.MEMBERS, MemberLeft.class, left -> left.name().equalsIgnoreCase("barbara"));
    }

    @Test
    void guild_itsChannelsAndRoles_areKnown() {
        world.await(
                Topics.GUILDS,
                GuildKnown.class,
                guild -> guild.name().equals("warren") && !guild.botRoles().isEmpty());
        world.await(Topics.GUILDS, ChannelKnown.class, channel -> channel.name().equals("general"));
        world.members.put(
                "/roles",
                new JsonObject()
                        .put("guild", "warren")
                        .put("role", "Gardeners")
                        .put("permissions", new JsonArray().add("MANAGE_MESSAGES")));
        var role = world.await(
                Topics.GUILDS, RoleKnown.class, known -> known.name().equals("Gardeners"));
        assertThat(role.event().subject())
                .isEqualTo("role:" + ((RoleKnown) role.event().payload()).role());
    }
}
