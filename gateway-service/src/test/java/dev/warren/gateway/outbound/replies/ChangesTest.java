package dev.warren.gateway.outbound.replies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.gateway.outbound.LocalGuild;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.AddReaction;
import dev.warren.schemas.bot.ReplyEvent.DeleteMessage;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.ReplyEvent.RemoveReaction;
import dev.warren.schemas.bot.ReplyEvent.StartTyping;
import dev.warren.schemas.bot.ReplyEvent.SuppressEmbeds;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class ChangesTest {
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
    void edit_byTheRepliesId_changesTheMessage() {
        // Given
        ChannelId channel = guild.channel("edited");
        var posted = post(channel, "Before");
        // When
        var edit = edit(channel, Target.reply(channel, posted.id()), "After");
        // Then
        assertThat(guild.receipt(edit)).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.messages("edited"))).containsExactly("After");
    }

    @Test
    void edit_thatOutgrowsItsMessage_goesOnInAnotherOne_andShrinksAgain() {
        // Given
        ChannelId channel = guild.channel("grown");
        var posted = post(channel, "Short");
        var target = Target.reply(channel, posted.id());
        // When
        var longer = edit(channel, target, "A line that is repeated.\n".repeat(120));
        // Then
        assertThat(guild.receipt(longer)).isInstanceOf(ReplyDone.class);
        assertThat(guild.messages("grown")).hasSize(2);
        // When
        var shorter = edit(channel, target, "Short again");
        // Then
        assertThat(guild.receipt(shorter)).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.messages("grown"))).containsExactly("Short again");
    }

    @Test
    void edits_thatWaitForOneMessage_becomeTheNewest() {
        // Given
        ChannelId channel = guild.channel("streamed");
        var posted = post(channel, "0");
        guild.receipt(posted);
        guild.discord()
                .fault(
                        "delay",
                        Map.of("count", 1, "millis", 1000, "route", "/channels/{channel_id}/messages/{message_id}"));
        // When
        var edits = IntStream.rangeClosed(1, 8)
                .mapToObj(i -> edit(channel, Target.reply(channel, posted.id()), Integer.toString(i)))
                .toList();
        // Then
        edits.forEach(edit -> assertThat(guild.receipt(edit)).isInstanceOf(ReplyDone.class));
        assertThat(LocalGuild.contents(guild.messages("streamed"))).containsExactly("8");
        guild.discord().clearFaults();
    }

    @Test
    void edit_ofAReplyThatWasRefused_isRefused() {
        // Given
        ChannelId channel = guild.channel("nothing");
        var refused = post(channel, " ");
        // When
        var edit = edit(channel, Target.reply(channel, refused.id()), "More");
        // Then
        assertThat(guild.receipt(edit))
                .isInstanceOfSatisfying(
                        ReplyRefused.class,
                        receipt -> assertThat(receipt.reason()).isEqualTo("the reply was refused"));
    }

    @Test
    void reactions_comeAndGo() {
        // Given
        ChannelId channel = guild.channel("reacted");
        var asked = guild.discord().say(LocalGuild.NAME, "reacted", "ada", "Hello");
        var target = Target.message(channel, MessageId.of(asked.id()));
        // When
        var added = send(channel, new AddReaction(target, "👍", soon()));
        // Then
        assertThat(guild.receipt(added)).isInstanceOf(ReplyDone.class);
        assertThat(guild.messages("reacted").getFirst().getJsonArray("reactions"))
                .hasSize(1);
        // When
        var removed = send(channel, new RemoveReaction(target, "👍", soon()));
        // Then
        assertThat(guild.receipt(removed)).isInstanceOf(ReplyDone.class);
        assertThat(guild.messages("reacted").getFirst().getJsonArray("reactions"))
                .satisfiesAnyOf(
                        none -> assertThat(none).isNull(),
                        none -> assertThat(none).isEmpty());
    }

    @Test
    void embeds_ofAMembersLink_areHiddenAndTheMessageStays() {
        // Given
        ChannelId channel = guild.channel("linked");
        var linked = guild.discord().say(LocalGuild.NAME, "linked", "ada", "https://example.org/a");
        var target = Target.message(channel, MessageId.of(linked.id()));
        // When
        var hidden = send(channel, new SuppressEmbeds(target, soon()));
        // Then
        assertThat(guild.receipt(hidden)).isInstanceOf(ReplyDone.class);
        assertThat(guild.messages("linked")).singleElement().satisfies(message -> {
            assertThat(message.getInteger("flags") & 4).isEqualTo(4);
            assertThat(message.getString("content")).isEqualTo("https://example.org/a");
        });
    }

    @Test
    void delete_ofAMessage_alsoWhenItIsGone_isDone() {
        // Given
        ChannelId channel = guild.channel("deleted");
        var posted = post(channel, "Soon gone");
        var target = Target.reply(channel, posted.id());
        // When
        var first = send(channel, new DeleteMessage(target, Optional.of("tidy"), soon()));
        var second = send(channel, new DeleteMessage(target, Optional.empty(), soon()));
        // Then
        assertThat(guild.receipt(first)).isInstanceOf(ReplyDone.class);
        assertThat(guild.receipt(second)).isInstanceOf(ReplyDone.class);
        assertThat(guild.messages("deleted")).isEmpty();
    }

    @Test
    void typing_isShownBeforeTheMessageThatFollows() {
        // Given
        ChannelId channel = guild.channel("typing");
        // When
        send(channel, new StartTyping(channel, soon()));
        var posted = post(channel, "Here");
        // Then
        assertThat(guild.receipt(posted)).isInstanceOf(ReplyDone.class);
        assertThat(guild.discord().stats().encode()).contains("/typing");
    }

    @Test
    void slowChannel_parksItsOwn_andStallsNoOther() {
        // Given
        ChannelId slow = guild.channel("crowded");
        ChannelId other = guild.channel("calm");
        // When: five posts in five seconds are Discord's limit for one channel
        var many = IntStream.range(0, 9).mapToObj(i -> post(slow, "n" + i)).toList();
        long began = System.nanoTime();
        var one = post(other, "At once");
        // Then
        assertThat(guild.receipt(one)).isInstanceOf(ReplyDone.class);
        assertThat((System.nanoTime() - began) / 1_000_000).isLessThan(3_000);
        assertThat(guild.receipt(many.getLast())).isInstanceOf(ReplyDone.class);
        assertThat(LocalGuild.contents(guild.messages("crowded")))
                .containsExactlyElementsOf(
                        IntStream.range(0, 9).mapToObj(i -> "n" + i).toList());
    }

    @Test
    void channelWithTooManyWaiting_refusesMore_withAReceipt() {
        // Given: 20 may wait for a channel here
        ChannelId channel = guild.channel("flooded");
        // When
        var records = IntStream.range(0, 60)
                .mapToObj(i -> guild.event(channel, (ReplyEvent) new PostMessage(
                        channel,
                        MessageBody.text("f" + i),
                        Optional.empty(),
                        Optional.empty(),
                        Instant.now().plusSeconds(30))))
                .toList();
        guild.broker()
                .sendAll(records.stream()
                        .map(event -> guild.broker().encode(Topics.REPLIES, event))
                        .toList());
        // Then
        assertThat(guild.receipt(records.getLast()))
                .isInstanceOfSatisfying(
                        ReplyRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("too many replies wait for the channel"));
        assertThat(guild.receipt(records.getFirst())).isInstanceOf(ReplyDone.class);
    }

    private static Event<ReplyEvent> post(ChannelId channel, String text) {
        return send(
                channel, new PostMessage(channel, MessageBody.text(text), Optional.empty(), Optional.empty(), soon()));
    }

    private static Event<ReplyEvent> edit(ChannelId channel, Target target, String text) {
        return send(channel, new EditMessage(target, MessageBody.text(text), soon()));
    }

    private static Event<ReplyEvent> send(ChannelId channel, ReplyEvent reply) {
        return guild.send(Topics.REPLIES, guild.event(channel, reply));
    }

    private static Instant soon() {
        return Instant.now().plusSeconds(60);
    }
}
