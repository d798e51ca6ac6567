package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.AuditEvent.Operated;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may do what: what administrators change, and what those who run the bot decide at a terminal. */
@ExtendWith(OnStack.class)
class LimitsIT {
    @Test
    void permissions_deniedInAChannel_holdThereAlone_areAuditedAndTakenBack(Stack stack) {
        var ruled = new Chat(stack, "ruled");
        var free = new Chat(stack, "ruled");
        var place = ruled.say("ada", "hello");

        var done = ruled.answerTo(
                ruled.slash("owner", "permissions", "deny", Map.of("command", "rank", "channel", place.channelId())));

        assertThat(done.getString("content")).contains("`/rank` from now on: not in <#" + place.channelId() + ">");
        stack.broker()
                .await(
                        Topics.AUDIT,
                        received -> received.event().payload() instanceof Audited audited
                                && audited.action().equals("permission-deny")
                                && audited.target().equals(Optional.of("rank")));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Chat.text(ruled.answerTo(ruled.slash("ada", "rank", Map.of())))
                        .contains("`/rank` does not work in this channel."));
        assertThat(Chat.text(free.answerTo(free.slash("ada", "rank", Map.of()))))
                .containsIgnoringCase("level");

        ruled.answerTo(ruled.slash("owner", "permissions", "reset", Map.of("command", "rank")));
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> !Chat.text(ruled.answerTo(ruled.slash("ada", "rank", Map.of())))
                        .contains("does not work"));
    }

    @Test
    void pauseAtATerminal_holdsWhatWouldBePosted_untilItIsResumed(Stack stack) {
        var chat = new Chat(stack, "paused");
        var place = chat.say("ada", "hello");
        var guild = GuildId.of(place.guildId().orElseThrow());
        var playground = Playground.open(stack);
        var origin = playground.origin(chat, "ada");

        assertThat(stack.warren("pause", "posting", guild.toString(), "--reason", "a test"))
                .contains("Nothing is posted in server " + guild);

        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Chat.text(chat.answerTo(chat.slash("grace", "ping", Map.of())))
                        .contains("I am paused in this server"));
        var held = playground.reply(
                ChannelId.of(place.channelId()), Playground.post(origin, MessageBody.text("held back for a while")));
        var elsewhere = new Chat(stack);
        assertThat(Chat.text(elsewhere.answerTo(elsewhere.slash("grace", "ping", Map.of()))))
                .contains("Pong!");
        assertThat(chat.messages().toString()).doesNotContain("held back");

        assertThat(stack.warren("resume", "posting", guild.toString())).contains("Posting goes on");

        assertThat(playground.receipt(held)).isInstanceOf(ReplyDone.class);
        assertThat(Chat.text(chat.first(message -> Chat.text(message).contains("held back"))))
                .contains("held back for a while");
        stack.broker()
                .await(
                        Topics.AUDIT,
                        received -> received.event().payload() instanceof Operated operated
                                && operated.guild().equals(Optional.of(guild))
                                && operated.action().equals("posting-paused")
                                && operated.by().startsWith("cli:"));
    }

    @Test
    void setup_isForWhoManagesTheServer_andNamesNothingWhereAllIsThere(Stack stack) {
        var chat = new Chat(stack, "set-up");

        var answer = chat.answerTo(chat.slash("owner", "setup", Map.of()));

        assertThat(answer.getString("ephemeralFor")).isNotEmpty();
        assertThat(answer.encode()).contains("Check again");
        assertThat(chat.replyTo(chat.say("ada", "!setup")).getString("content"))
                .contains("You need **Manage Server** for `!setup`.");
    }
}
