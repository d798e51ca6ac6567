package dev.warren.gateway.outbound.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.gateway.outbound.LocalGuild;
import dev.warren.gateway.outbound.sending.Routes;
import dev.warren.gateway.rest.DiscordRest;
import dev.warren.gateway.rest.RestOutcome;
import dev.warren.gateway.rest.RestRequest;
import dev.warren.runtime.redis.Files;
import dev.warren.runtime.redis.Redis;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyIntended;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReceiptEvent.ReplyUnknown;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.topics.Topics;
import io.lettuce.core.api.async.RedisServerAsyncCommands;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class OnceTest {
    private static LocalGuild guild;

    private final Redis redis;
    private final Files files;
    private final DiscordRest rest;

    OnceTest(Redis redis, Files files, DiscordRest rest) {
        this.redis = redis;
        this.rest = rest;
        this.files = files;
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
    void intent_isWrittenBeforeTheOutcome() {
        // Given
        ChannelId channel = guild.channel("intended");
        // When
        var reply = post(channel, "Planned");
        guild.receipt(reply);
        // Then
        var receipts = guild.broker()
                .await(
                        Topics.RECEIPTS,
                        2,
                        received -> received.event().payload().reply().equals(reply.id()));
        assertThat(receipts.getFirst().event().payload()).isInstanceOfSatisfying(ReplyIntended.class, intent -> {
            assertThat(intent.channel()).contains(channel);
            assertThat(intent.nonce())
                    .hasValueSatisfying(nonce -> assertThat(nonce).hasSize(24));
        });
        assertThat(receipts.getLast().event().payload()).isInstanceOf(ReplyDone.class);
    }

    @Test
    void redeliveredReply_isNotPostedAgain_alsoAfterRedisWasEmptied() {
        // Given
        ChannelId channel = guild.channel("once");
        var reply = post(channel, "Once");
        guild.receipt(reply);
        long repeats = nonceRepeats();
        // When
        guild.send(Topics.REPLIES, reply);
        forgetAll();
        guild.send(Topics.REPLIES, reply);
        var last = post(channel, "Last");
        // Then
        guild.receipt(last);
        assertThat(LocalGuild.contents(guild.messages("once"))).containsExactly("Once", "Last");
        assertThat(nonceRepeats()).isEqualTo(repeats);
    }

    @Test
    void connection_resetAfterDiscordTookThePost_makesOneMessage() {
        // Given
        ChannelId channel = guild.channel("reset-post");
        guild.discord()
                .fault("rest-reset-after-accept", Map.of("count", 2, "route", "/channels/{channel_id}/messages"));
        // When
        var reply = post(channel, "Just one");
        // Then
        assertThat(guild.receipt(reply)).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.messages("reset-post"))).containsExactly("Just one");
    }

    @Test
    void intentWithoutOutcome_insideTheNoncesWindow_isPostedUnderTheSameNonce() {
        // Given
        ChannelId channel = guild.channel("crashed");
        var reply = event(channel, "Half done");
        intended(reply, channel, Instant.now());
        // When
        guild.send(Topics.REPLIES, reply);
        // Then
        assertThat(guild.receipt(reply)).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.messages("crashed"))).containsExactly("Half done");
    }

    @Test
    void oldIntentWithoutOutcome_whoseMessageStands_isFoundAndNotPostedAgain() {
        // Given: the same words were posted, and then this process died before it could say so
        ChannelId channel = guild.channel("found");
        postedWithoutReceipt(channel, "Standing");
        var reply = event(channel, "Standing");
        intended(reply, channel, Instant.now().minusSeconds(60));
        // When
        guild.send(Topics.REPLIES, reply);
        // Then
        assertThat(guild.receipt(reply)).isInstanceOf(ReplyDone.class);
        assertThat(guild.messages("found")).hasSize(1);
    }

    @Test
    void oldIntentWithoutOutcome_withTwoThatMatch_staysUnknown() {
        // Given
        ChannelId channel = guild.channel("ambiguous");
        postedWithoutReceipt(channel, "Twice");
        postedWithoutReceipt(channel, "Twice");
        var reply = event(channel, "Twice");
        intended(reply, channel, Instant.now().minusSeconds(60));
        // When
        guild.send(Topics.REPLIES, reply);
        // Then
        assertThat(guild.receipt(reply)).isInstanceOf(ReplyUnknown.class);
        assertThat(guild.messages("ambiguous")).hasSize(2);
    }

    @Test
    void oldIntentWithoutOutcome_thatNeverReachedDiscord_isPosted() {
        // Given
        ChannelId channel = guild.channel("unsent");
        var reply = event(channel, "Never sent");
        intended(reply, channel, Instant.now().minusSeconds(60));
        // When
        guild.send(Topics.REPLIES, reply);
        // Then
        assertThat(guild.receipt(reply)).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.messages("unsent"))).containsExactly("Never sent");
    }

    @Test
    void discordsErrorsAndLimits_areWaitedOut_inOrder() {
        // Given
        ChannelId channel = guild.channel("troubled");
        guild.discord().fault("rest-500", Map.of("count", 7, "route", "/channels/{channel_id}/messages"));
        guild.discord()
                .fault("rest-429", Map.of("count", 1, "millis", 300, "route", "/channels/{channel_id}/messages"));
        // When
        var first = post(channel, "First");
        var second = post(channel, "Second");
        // Then
        assertThat(guild.receipt(first)).isInstanceOf(ReplyDone.class);
        assertThat(guild.receipt(second)).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.messages("troubled"))).containsExactly("First", "Second");
    }

    @Test
    void recordOfAReplay_isDropped() {
        // Given
        ChannelId channel = guild.channel("replayed");
        var record = guild.broker().encode(Topics.REPLIES, event(channel, "From the past"));
        record.headers().add(Headers.REPLAY_ID, "r1".getBytes(StandardCharsets.UTF_8));
        // When
        guild.broker().send(record);
        var live = post(channel, "Now");
        // Then
        guild.receipt(live);
        assertThat(LocalGuild.contents(guild.messages("replayed"))).containsExactly("Now");
    }

    @Test
    void largeFile_isLoadedFromRedisAndAttachedWithItsDescription() {
        // Given
        ChannelId channel = guild.channel("files");
        byte[] bytes = new byte[700_000];
        var large = files.attach("big.bin", "application/octet-stream", "Many zeros", bytes)
                .await()
                .atMost(Duration.ofSeconds(5));
        var small = files.attach("small.txt", "text/plain", "", "hi".getBytes(StandardCharsets.UTF_8))
                .await()
                .atMost(Duration.ofSeconds(5));
        assertThat(large.claim()).isPresent();
        // When
        var reply = send(channel, MessageBody.text("Two files").withFiles(large, small));
        // Then
        assertThat(guild.receipt(reply)).isInstanceOf(ReplyDone.class);
        var attachments = guild.messages("files").getFirst().getJsonArray("attachments");
        assertThat(attachments.getJsonObject(0).getInteger("size")).isEqualTo(700_000);
        assertThat(attachments.getJsonObject(0).getString("description")).isEqualTo("Many zeros");
        assertThat(attachments.getJsonObject(1).getString("filename")).isEqualTo("small.txt");
        // When: the bytes are no longer there
        redis.call(commands -> commands.del(large.claim().orElseThrow()))
                .await()
                .atMost(Duration.ofSeconds(5));
        var late = send(channel, MessageBody.text("Gone").withFiles(large));
        // Then
        assertThat(guild.receipt(late))
                .isInstanceOfSatisfying(
                        ReplyRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("the bytes of a file are gone"));
    }

    /** A message of the bot that no receipt names, as a crash between post and receipt leaves it. */
    private void postedWithoutReceipt(ChannelId channel, String text) {
        var request = RestRequest.to(Routes.POST_MESSAGE.at(channel.toString()))
                .json(new JsonObject().put("content", text).toBuffer());
        assertThat(rest.send(request).toCompletionStage().toCompletableFuture().join())
                .isInstanceOf(RestOutcome.Posted.class);
    }

    private static long nonceRepeats() {
        return guild.discord().stats().getLong("nonceRepeats");
    }

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
        forgetAll();
    }

    /** Redis is emptied, so that the receipts are read from their topic again. */
    private void forgetAll() {
        redis.call(RedisServerAsyncCommands::flushall).await().atMost(Duration.ofSeconds(5));
    }

    private static Event<ReplyEvent> post(ChannelId channel, String text) {
        return send(channel, MessageBody.text(text));
    }

    private static Event<ReplyEvent> send(ChannelId channel, MessageBody body) {
        return guild.send(Topics.REPLIES, event(channel, body));
    }

    private static Event<ReplyEvent> event(ChannelId channel, String text) {
        return event(channel, MessageBody.text(text));
    }

    private static Event<ReplyEvent> event(ChannelId channel, MessageBody body) {
        return guild.event(
                channel,
                new PostMessage(
                        channel,
                        body,
                        Optional.empty(),
                        Optional.empty(),
                        Instant.now().plusSeconds(60)));
    }
}
