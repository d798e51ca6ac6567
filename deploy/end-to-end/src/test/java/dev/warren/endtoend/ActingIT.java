package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.schemas.bot.ActionEvent;
import dev.warren.schemas.bot.ActionEvent.AddRole;
import dev.warren.schemas.bot.ActionEvent.BanMember;
import dev.warren.schemas.bot.ActionEvent.Context;
import dev.warren.schemas.bot.ActionEvent.FetchMember;
import dev.warren.schemas.bot.ActionEvent.FetchMessages;
import dev.warren.schemas.bot.ActionEvent.KickMember;
import dev.warren.schemas.bot.ActionEvent.LockChannel;
import dev.warren.schemas.bot.ActionEvent.PurgeMessages;
import dev.warren.schemas.bot.ActionEvent.RemoveRole;
import dev.warren.schemas.bot.ActionEvent.SetSlowMode;
import dev.warren.schemas.bot.ActionEvent.TimeoutMember;
import dev.warren.schemas.bot.ActionEvent.UnbanMember;
import dev.warren.schemas.bot.ReceiptEvent.LookupDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Everything that a service can let the bot do to members and channels. */
@ExtendWith(OnStack.class)
class ActingIT {
    private Playground play;
    private Chat chat;

    @BeforeEach
    void open(Stack stack) {
        play = Playground.open(stack);
        chat = new Chat(stack);
    }

    @Test
    void role_givenAndTaken_isHeldAndNoLonger(Stack stack) {
        var origin = play.origin(chat, "roland");
        var made = stack.discord()
                .put("/roles", new JsonObject().put("guild", chat.guild()).put("role", "Knight"));
        var role = RoleId.of(made.getString("id"));

        done(origin, new AddRole(context(origin), origin.member().id(), role));
        assertThat(play.origin(chat, "roland").member().roles()).contains(role);
        done(origin, new RemoveRole(context(origin), origin.member().id(), role));
        assertThat(play.origin(chat, "roland").member().roles()).doesNotContain(role);
    }

    @Test
    void timeout_kickBanAndUnban_areDoneAtDiscord(Stack stack) {
        var origin = play.origin(chat, "owner");
        var rude = user("rude");

        done(
                origin,
                new TimeoutMember(
                        context(origin), rude, Optional.of(Instant.now().plusSeconds(600))));
        done(origin, new TimeoutMember(context(origin), rude, Optional.empty()));
        done(origin, new KickMember(context(origin), rude));
        done(origin, new BanMember(context(origin), rude, Duration.ZERO));
        done(origin, new UnbanMember(context(origin), rude));
    }

    @Test
    void purge_deletesTheNamedMessagesAlone() {
        var origin = play.origin(chat, "owner");
        var first = chat.say("ada", "one");
        var second = chat.say("ada", "two");
        var third = chat.say("ada", "three");

        done(
                origin,
                new PurgeMessages(
                        context(origin),
                        origin.channel(),
                        List.of(MessageId.of(first.id()), MessageId.of(second.id()))));

        assertThat(chat.messages())
                .extracting(message -> message.getString("id"))
                .contains(third.id())
                .doesNotContain(first.id(), second.id());
    }

    @Test
    void slowModeAndLock_changeTheChannel() {
        var origin = play.origin(chat, "owner");

        done(origin, new SetSlowMode(context(origin), origin.channel(), Duration.ofSeconds(10)));
        done(origin, new LockChannel(context(origin), origin.channel(), true));
        done(origin, new LockChannel(context(origin), origin.channel(), false));
    }

    @Test
    void lookUps_lieInRedisUnderTheKeyThatTheReceiptNames() {
        var origin = play.origin(chat, "owner");
        chat.say("ada", "something to find");

        var member = play.act(
                guild(origin), new FetchMember(context(origin), origin.member().id()));
        var messages =
                play.act(guild(origin), new FetchMessages(context(origin), origin.channel(), Optional.empty(), 10));

        assertThat(play.receipt(member)).isInstanceOf(LookupDone.class);
        assertThat(play.receipt(messages)).isInstanceOf(LookupDone.class);
    }

    @Test
    void action_onSomebodyAboveTheBot_isRefusedInTheReceipt() {
        var origin = play.origin(chat, "owner");

        var kick = play.act(
                guild(origin), new KickMember(context(origin), origin.member().id()));

        assertThat(play.receipt(kick))
                .isInstanceOfSatisfying(
                        ReplyRefused.class,
                        refused -> assertThat(refused.status()).isEqualTo(403));
    }

    private void done(Origin origin, ActionEvent action) {
        assertThat(play.receipt(play.act(guild(origin), action)))
                .as(action.toString())
                .isInstanceOf(ReplyDone.class);
    }

    private UserId user(String name) {
        var message = chat.say(name, "hello");
        return UserId.of(chat.first(said -> said.getString("id").equals(message.id()))
                .getJsonObject("author")
                .getString("id"));
    }

    private static GuildId guild(Origin origin) {
        return origin.guild().orElseThrow();
    }

    private static Context context(Origin origin) {
        return new Context(guild(origin), Optional.of(origin.member().id()), "an end-to-end test", Playground.soon());
    }
}
