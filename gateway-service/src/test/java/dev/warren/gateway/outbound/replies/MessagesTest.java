package dev.warren.gateway.outbound.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.gateway.outbound.LocalGuild;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class MessagesTest {
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
    void message_withEmbedAndButtons_standsInTheChannelWithItsReceipt() {
        // Given
        ChannelId channel = guild.channel("rich");
        var button = new Component.Button(
                "embed:more:1", "More", Component.Style.PRIMARY, Optional.of("🐇"), false, AnswerKind.UPDATE);
        var body = MessageBody.embed(Embed.of("Title", "Text").withColor(0x123456))
                .withRows(
                        Component.Row.of(button, new Component.LinkButton("https://example.org/", "Site")),
                        Component.Row.of(new Component.Select(
                                "embed:pick",
                                Component.SelectKind.TEXT,
                                "Pick",
                                1,
                                1,
                                List.of(new Component.Item("One", "1", Optional.empty(), false)),
                                AnswerKind.EPHEMERAL)));
        // When
        var reply = post(channel, body);
        // Then
        assertThat(guild.receipt(reply)).isInstanceOfSatisfying(ReplyDone.class, done -> {
            JsonObject message = only("rich");
            assertThat(done.channel()).contains(channel);
            assertThat(done.messages()).containsExactly(MessageId.of(message.getString("id")));
            assertThat(message.getJsonArray("embeds").getJsonObject(0).getString("title"))
                    .isEqualTo("Title");
            assertThat(message.getJsonArray("components").encode()).contains("=embed:more:1", "~embed:pick");
        });
    }

    @Test
    void longMessage_isPostedInPartsInOrder() {
        // Given
        ChannelId channel = guild.channel("long");
        String text = "A sentence that is not short at all.\n".repeat(120);
        // When
        var reply = post(channel, MessageBody.text(text));
        // Then
        assertThat(guild.receipt(reply)).isInstanceOfSatisfying(ReplyDone.class, done -> {
            var messages = guild.messages("long");
            assertThat(done.messages().stream().map(Object::toString))
                    .containsExactlyElementsOf(messages.stream()
                            .map(message -> message.getString("id"))
                            .toList());
            assertThat(String.join("\n", LocalGuild.contents(messages))
                            .replace("\n\n", "\n")
                            .strip())
                    .isEqualTo(text.strip());
        });
    }

    @Test
    void reply_toAMessage_namesItAndPingsNobody() {
        // Given
        ChannelId channel = guild.channel("asked");
        var asked = guild.discord().say(LocalGuild.NAME, "asked", "ada", "Who is there?");
        // When
        var reply = send(
                channel,
                new PostMessage(
                        channel,
                        MessageBody.text("@everyone it is me"),
                        Optional.of(MessageId.of(asked.id())),
                        Optional.empty(),
                        inAMinute()));
        // Then
        assertThat(guild.receipt(reply)).isInstanceOf(ReplyDone.class);
        JsonObject answer = guild.messages("asked").getLast();
        assertThat(answer.getJsonObject("message_reference").getString("message_id"))
                .isEqualTo(asked.id());
        assertThat(answer.getBoolean("mention_everyone")).isFalse();
        assertThat(answer.getJsonArray("mentions")).isEmpty();
    }

    @Test
    void reply_toAMessageThatIsGone_isPostedAllTheSame() {
        // Given
        ChannelId channel = guild.channel("gone");
        var asked = guild.discord().say(LocalGuild.NAME, "gone", "ada", "Never mind");
        guild.discord().delete(asked.id());
        // When
        var reply = send(
                channel,
                new PostMessage(
                        channel,
                        MessageBody.text("Here"),
                        Optional.of(MessageId.of(asked.id())),
                        Optional.empty(),
                        inAMinute()));
        // Then
        assertThat(guild.receipt(reply)).isInstanceOf(ReplyDone.class);
    }

    @Test
    void emptyMessage_isRefusedBeforeItIsSent() {
        // Given
        ChannelId channel = guild.channel("empty");
        // When
        var reply = post(channel, MessageBody.text("  "));
        // Then
        assertThat(guild.receipt(reply)).isInstanceOfSatisfying(ReplyRefused.class, refused -> {
            assertThat(refused.status()).isZero();
            assertThat(refused.reason()).isEqualTo("message is empty");
        });
    }

    @Test
    void reply_pastItsExpiry_isNotPosted() {
        // Given
        ChannelId channel = guild.channel("late");
        var stale = new PostMessage(
                channel,
                MessageBody.text("Too late"),
                Optional.empty(),
                Optional.empty(),
                Instant.now().minusSeconds(1));
        // When
        var reply = send(channel, stale);
        // Then
        assertThat(guild.receipt(reply))
                .isInstanceOfSatisfying(
                        ReplyRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("expired"));
        assertThat(guild.messages("late")).isEmpty();
    }

    private static JsonObject only(String channel) {
        var messages = guild.messages(channel);
        assertThat(messages).hasSize(1);
        return messages.getFirst();
    }

    private static Event<ReplyEvent> post(ChannelId channel, MessageBody body) {
        return send(channel, new PostMessage(channel, body, Optional.empty(), Optional.empty(), inAMinute()));
    }

    private static Event<ReplyEvent> send(ChannelId channel, ReplyEvent reply) {
        return guild.send(Topics.REPLIES, guild.event(channel, reply));
    }

    private static Instant inAMinute() {
        return Instant.now().plusSeconds(60);
    }
}
