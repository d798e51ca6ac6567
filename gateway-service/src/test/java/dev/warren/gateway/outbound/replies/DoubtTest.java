package dev.warren.gateway.outbound.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.outbound.Echoes;
import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.gateway.outbound.LocalGuild;
import dev.warren.runtime.redis.Redis;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostAs;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Topics;
import io.lettuce.core.api.async.RedisServerAsyncCommands;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests whose end is not known, where the nonce does not help. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class DoubtTest {
    private static final String MESSAGES = "/channels/{channel_id}/messages";

    private static LocalGuild guild;

    private final Echoes echoes;
    private final Redis redis;

    DoubtTest(Echoes echoes, Redis redis) {
        this.echoes = echoes;
        this.redis = redis;
    }

    @BeforeAll
    static void open() {
        guild = new LocalGuild();
    }

    @AfterEach
    void heal() {
        guild.discord().clearFaults();
    }

    @AfterAll
    static void close() {
        guild.assertNoViolations();
        guild.close();
    }

    @Test
    void postedMessage_whoseAnswerIsLost_isNotPostedAgain_alsoWhereDiscordIgnoresTheNonce() {
        // Given
        ChannelId channel = guild.channel("no-nonce");
        guild.discord().fault("no-nonce-dedupe", Map.of("count", 100));
        guild.discord().fault("rest-reset-after-accept", Map.of("count", 1, "route", MESSAGES));
        // When
        var reply = send(channel, message(channel, "Alone"));
        // Then
        assertThat(guild.receipt(reply)).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.messages("no-nonce"))).containsExactly("Alone");
    }

    @Test
    void webhooksMessage_whoseAnswerIsLost_isFoundInTheChannel() {
        // Given: the webhook is there
        ChannelId channel = guild.channel("lost-webhook");
        guild.receipt(send(channel, as(channel, "Here")));
        guild.discord()
                .fault(
                        "rest-reset-after-accept",
                        Map.of("count", 1, "route", "/webhooks/{webhook_id}/{webhook_token}"));
        // When
        var reply = send(channel, as(channel, "There"));
        // Then
        assertThat(guild.receipt(reply)).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.messages("lost-webhook"))).containsExactly("Here", "There");
    }

    @Test
    void twoThatLookAlike_areToldApartByTheEcho() {
        // Given: another process posted the same words twice, and heard of the second one under this reply's nonce
        ChannelId channel = guild.channel("alike");
        var made = List.of(posted(channel, "Alike"), posted(channel, "Alike"));
        var reply = guild.event(channel, message(channel, "Alike"));
        intended(reply, channel, Instant.now().minusSeconds(600));
        echoes.heard(Nonces.of(reply.id(), "0"), made.getLast());
        // When
        guild.send(Topics.REPLIES, reply);
        // Then
        assertThat(guild.receipt(reply))
                .isInstanceOfSatisfying(
                        ReplyDone.class, done -> assertThat(done.messages()).containsExactly(made.getLast()));
        assertThat(guild.messages("alike")).hasSize(2);
    }

    private MessageId posted(ChannelId channel, String text) {
        var done = (ReplyDone) guild.receipt(send(channel, message(channel, text)));
        return done.messages().getFirst();
    }

    /** It was begun by a process that is gone; Redis is emptied, so that this is read from the topic. */
    private void intended(Event<ReplyEvent> reply, ChannelId channel, Instant at) {
        ReceiptEvent intent = new ReplyIntended(reply.id(), Optional.of(channel), Optional.of("any"), at);
        guild.send(
                Topics.RECEIPTS,
                Event.first(
                        reply.id().derive("receipt:intended"),
                        "/gateway",
                        at,
                        reply.id().value(),
                        intent));
        redis.call(RedisServerAsyncCommands::flushall).await().atMost(Duration.ofSeconds(5));
    }

    private static ReplyEvent message(ChannelId channel, String text) {
        return new PostMessage(channel, MessageBody.text(text), Optional.empty(), Optional.empty(), inAMinute());
    }

    private static ReplyEvent as(ChannelId channel, String text) {
        return new PostAs(channel, "Fox", Optional.empty(), MessageBody.text(text), inAMinute());
    }

    private static Instant inAMinute() {
        return Instant.now().plusSeconds(60);
    }

    private static Event<ReplyEvent> send(ChannelId channel, ReplyEvent reply) {
        return guild.send(Topics.REPLIES, guild.event(channel, reply));
    }
}
