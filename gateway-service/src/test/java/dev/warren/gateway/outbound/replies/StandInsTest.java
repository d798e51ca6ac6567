package dev.warren.gateway.outbound.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.gateway.outbound.LocalGuild;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.OfferModal;
import dev.warren.schemas.bot.ReplyEvent.PostAs;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class StandInsTest {
    private static LocalGuild guild;

    @BeforeAll
    static void open() {
        guild = new LocalGuild();
    }

    @AfterAll
    static void close() {
        guild.assertNoViolations();
        guild.close();
    }

    @Test
    void shortLivedMessage_isDeletedWhenItsTimeIsOver() {
        // Given
        ChannelId channel = guild.channel("brief");
        var brief = new PostMessage(
                channel,
                MessageBody.text("Soon gone"),
                Optional.empty(),
                Optional.of(Duration.ofSeconds(1)),
                inAMinute());
        // When
        var reply = send(channel, brief);
        // Then
        assertThat(guild.receipt(reply)).isInstanceOf(ReplyDone.class);
        guild.messages("brief", List::isEmpty);
        assertThat(guild.receipt(reply.id().derive("short-lived"))).isInstanceOf(ReplyDone.class);
    }

    @Test
    void directMessage_reachesTheMember() {
        // Given
        ChannelId channel = guild.channel("direct");
        var user = UserId.of(guild.member("dora").getJsonObject("user").getString("id"));
        // When
        var reply = send(
                channel,
                new PostDirectMessage(user, MessageBody.text("Between us"), Optional.of(channel), inAMinute()));
        // Then
        assertThat(guild.receipt(reply)).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.discord().directMessages("dora"))).containsExactly("Between us");
        assertThat(guild.messages("direct")).isEmpty();
    }

    @Test
    void directMessage_toAMemberWhoTakesNone_standsBrieflyInTheChannel() {
        // Given
        ChannelId channel = guild.channel("closed");
        var closed = guild.discord()
                .put(
                        "/members",
                        new JsonObject()
                                .put("guild", LocalGuild.NAME)
                                .put("user", "carl")
                                .put("directMessages", false));
        var user = UserId.of(closed.getJsonObject("user").getString("id"));
        // When
        var reply =
                send(channel, new PostDirectMessage(user, MessageBody.text("Psst"), Optional.of(channel), inAMinute()));
        // Then
        assertThat(guild.receipt(reply))
                .isInstanceOfSatisfying(
                        ReplyDone.class, done -> assertThat(done.channel()).contains(channel));
        guild.messages("closed", List::isEmpty);
    }

    @Test
    void message_underAnotherName_goesThroughOneWebhook() {
        // Given
        ChannelId channel = guild.channel("masks");
        // When
        var fox = send(channel, new PostAs(channel, "Fox", Optional.empty(), MessageBody.text("Yip"), inAMinute()));
        var owl = send(channel, new PostAs(channel, "Owl", Optional.empty(), MessageBody.text("Hoo"), inAMinute()));
        // Then
        assertThat(guild.receipt(fox)).isInstanceOf(ReplyDone.class);
        assertThat(guild.receipt(owl)).isInstanceOf(ReplyDone.class);
        var messages = guild.messages("masks");
        assertThat(messages.stream()
                        .map(message -> message.getJsonObject("author").getString("username")))
                .containsExactly("Fox", "Owl");
        assertThat(messages.stream()
                        .map(message -> message.getString("webhook_id"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void offeredModal_isOpenedByItsButtonForItsMemberAlone() {
        // Given
        ChannelId channel = guild.channel("forms");
        var user = UserId.of(guild.member("ada").getJsonObject("user").getString("id"));
        var input = new Modal.Input("name", "Name", false, true, 1, 50, Optional.empty(), Optional.empty());
        var modal = new Modal("embed:named", "Your name", List.of(input), AnswerKind.EPHEMERAL);
        var reply = send(channel, new OfferModal(channel, user, modal, Optional.empty(), inAMinute()));
        assertThat(guild.receipt(reply)).isInstanceOf(ReplyDone.class);
        JsonObject message = only("forms");
        String customId = message.getJsonArray("components")
                .getJsonObject(0)
                .getJsonArray("components")
                .getJsonObject(0)
                .getString("custom_id");
        // When
        var other = guild.discord().component(message.getString("id"), customId, "eve", List.of());
        var own = guild.discord().component(message.getString("id"), customId, "ada", List.of());
        // Then
        assertThat(response(other).getInteger("type")).isEqualTo(4);
        assertThat(response(own).getInteger("type")).isEqualTo(9);
        assertThat(response(own).getJsonObject("data").getString("custom_id")).isEqualTo("~embed:named");
    }

    private static JsonObject response(String interaction) {
        return org.awaitility.Awaitility.await()
                .until(() -> guild.discord().interaction(interaction), json -> json.containsKey("response"))
                .getJsonObject("response");
    }

    private static JsonObject only(String channel) {
        var messages = guild.messages(channel);
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }

    private static Event<ReplyEvent> send(ChannelId channel, ReplyEvent reply) {
        return guild.send(Topics.REPLIES, guild.event(channel, reply));
    }

    private static Instant inAMinute() {
        return Instant.now().plusSeconds(60);
    }
}
