package dev.warren.gateway.outbound.actions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.gateway.outbound.LocalGuild;
import dev.warren.runtime.redis.Redis;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.ActionEvent;
import dev.warren.schemas.bot.ActionEvent.AddRole;
import dev.warren.schemas.bot.ActionEvent.BanMember;
import dev.warren.schemas.bot.ActionEvent.Context;
import dev.warren.schemas.bot.ActionEvent.FetchMember;
import dev.warren.schemas.bot.ActionEvent.KickMember;
import dev.warren.schemas.bot.ActionEvent.LockChannel;
import dev.warren.schemas.bot.ActionEvent.PurgeMessages;
import dev.warren.schemas.bot.ActionEvent.RemoveRole;
import dev.warren.schemas.bot.ActionEvent.SetSlowMode;
import dev.warren.schemas.bot.ActionEvent.TimeoutMember;
import dev.warren.schemas.bot.ActionEvent.UnbanMember;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.ReceiptEvent.LookupDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class ActionsTest {
    private static LocalGuild local;
    private static GuildId guild;

    private final Redis redis;

    ActionsTest(Redis redis) {
        this.redis = redis;
    }

    @BeforeAll
    static void open() {
        local = new LocalGuild().announced();
        guild = local.guild();
    }

    @AfterAll
    static void close() {
        local.assertNoViolations();
        local.close();
    }

    @Test
    void role_isGivenAndTaken_andAudited() {
        // Given
        UserId user = user("rose");
        UserId invoker = user("mod");
        var role = RoleId.of(local.discord()
                .put("/roles", new JsonObject().put("guild", LocalGuild.NAME).put("role", "gardener"))
                .getString("id"));
        // When
        var added = act(user, new AddRole(by(invoker), user, role));
        // Then
        assertThat(local.receipt(added)).isInstanceOf(ReplyDone.class);
        assertThat(member("rose").getJsonArray("roles")).contains(role.toString());
        var audited = local.broker()
                .await(
                        Topics.AUDIT,
                        received -> received.event().id().equals(added.id().derive("audited")));
        assertThat(audited.event().payload()).isInstanceOfSatisfying(Audited.class, entry -> {
            assertThat(entry.actor()).isEqualTo(invoker);
            assertThat(entry.action()).isEqualTo("role-added");
            assertThat(entry.target()).contains(user.toString());
        });
        // When
        var removed = act(user, new RemoveRole(by(invoker), user, role));
        // Then
        assertThat(local.receipt(removed)).isInstanceOf(ReplyDone.class);
        assertThat(member("rose").getJsonArray("roles")).doesNotContain(role.toString());
    }

    @Test
    void member_isKickedOnce() {
        // Given
        UserId user = user("kevin");
        var kick = act(user, new KickMember(by(user("mod")), user));
        assertThat(local.receipt(kick)).isInstanceOf(ReplyDone.class);
        assertThat(isMember(user)).isFalse();
        // When: the member is back, and the record comes again
        user("kevin");
        local.send(Topics.ACTIONS, kick);
        var after = act(user, new FetchMember(by(user("mod")), user));
        // Then
        assertThat(local.receipt(after)).isInstanceOf(LookupDone.class);
        assertThat(isMember(user)).isTrue();
    }

    @Test
    void kick_whoseAnswerWasLost_isDone() {
        // Given
        UserId user = user("karen");
        local.discord()
                .fault("rest-reset-after-accept", Map.of("count", 1, "route", "/guilds/{guild_id}/members/{user_id}"));
        // When
        var kick = act(user, new KickMember(by(user("mod")), user));
        // Then
        assertThat(local.receipt(kick)).isInstanceOf(ReplyDone.class);
        assertThat(isMember(user)).isFalse();
        local.discord().clearFaults();
    }

    @Test
    void member_isBannedAndUnbanned() {
        // Given
        UserId user = user("bart");
        // When
        var ban = act(user, new BanMember(by(user("mod")), user, Duration.ofDays(1)));
        // Then
        assertThat(local.receipt(ban)).isInstanceOf(ReplyDone.class);
        assertThat(isMember(user)).isFalse();
        // When
        var unban = act(user, new UnbanMember(by(user("mod")), user));
        var again = act(user, new UnbanMember(by(user("mod")), user));
        // Then
        assertThat(local.receipt(unban)).isInstanceOf(ReplyDone.class);
        assertThat(local.receipt(again))
                .isInstanceOfSatisfying(
                        ReplyRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("the user is not banned"));
    }

    @Test
    void member_isTimedOut_andFreeAgain() {
        // Given
        UserId user = user("tom");
        // When
        var timeout = act(
                user,
                new TimeoutMember(
                        by(user("mod")), user, Optional.of(Instant.now().plusSeconds(600))));
        // Then
        assertThat(local.receipt(timeout)).isInstanceOf(ReplyDone.class);
        assertThat(member("tom").getString("communication_disabled_until")).isNotNull();
        // When
        var free = act(user, new TimeoutMember(by(user("mod")), user, Optional.empty()));
        var tooLong = act(
                user,
                new TimeoutMember(
                        by(user("mod")), user, Optional.of(Instant.now().plus(Duration.ofDays(29)))));
        // Then
        assertThat(local.receipt(free)).isInstanceOf(ReplyDone.class);
        assertThat(member("tom").getString("communication_disabled_until")).isNull();
        assertThat(local.receipt(tooLong)).isInstanceOf(ReplyRefused.class);
    }

    @Test
    void messages_arePurged_manyAndOne_andNoneThatAreTooOld() {
        // Given
        ChannelId channel = local.channel("purged");
        var messages = IntStream.range(0, 4)
                .mapToObj(i -> MessageId.of(local.discord()
                        .say(LocalGuild.NAME, "purged", "ada", "spam " + i)
                        .id()))
                .toList();
        var old = new MessageId(1L << 40);
        // When
        var many = act(user("ada"), new PurgeMessages(by(user("mod")), channel, messages.subList(0, 3)));
        var one = act(user("ada"), new PurgeMessages(by(user("mod")), channel, List.of(messages.getLast(), old)));
        var none = act(user("ada"), new PurgeMessages(by(user("mod")), channel, List.of(old)));
        // Then
        assertThat(local.receipt(many)).isInstanceOf(ReplyDone.class);
        assertThat(local.receipt(one)).isInstanceOf(ReplyDone.class);
        assertThat(local.receipt(none)).isInstanceOf(ReplyRefused.class);
        assertThat(local.messages("purged")).isEmpty();
    }

    @Test
    void channel_isSlowedAndLocked_andKeepsItsOtherOverwrites() {
        // Given
        ChannelId channel = local.channel("noisy");
        // When
        var slowed = act(user("ada"), new SetSlowMode(by(user("mod")), channel, Duration.ofSeconds(30)));
        var locked = act(user("ada"), new LockChannel(by(user("mod")), channel, true));
        // Then
        assertThat(local.receipt(slowed)).isInstanceOf(ReplyDone.class);
        assertThat(local.receipt(locked)).isInstanceOf(ReplyDone.class);
        JsonObject now = local.discord()
                .put("/channels", new JsonObject().put("guild", LocalGuild.NAME).put("channel", "noisy"));
        assertThat(now.getInteger("rate_limit_per_user")).isEqualTo(30);
        assertThat(overwrite(now).getString("deny")).isNotEqualTo("0");
        // When
        var unlocked = act(user("ada"), new LockChannel(by(user("mod")), channel, false));
        // Then
        assertThat(local.receipt(unlocked)).isInstanceOf(ReplyDone.class);
        JsonObject then = local.discord()
                .put("/channels", new JsonObject().put("guild", LocalGuild.NAME).put("channel", "noisy"));
        assertThat(overwrite(then).getString("deny")).isEqualTo("0");
    }

    @Test
    void action_pastItsExpiry_isNotDone() {
        // Given
        UserId user = user("rita");
        var late = new Context(
                guild, Optional.of(user("mod")), "late", Instant.now().minusSeconds(1));
        // When
        var kick = act(user, new KickMember(late, user));
        // Then
        assertThat(local.receipt(kick)).isInstanceOf(ReplyRefused.class);
        assertThat(isMember(user)).isTrue();
    }

    private static JsonObject overwrite(JsonObject channel) {
        return channel.getJsonArray("permission_overwrites").stream()
                .map(JsonObject.class::cast)
                .filter(overwrite -> overwrite.getString("id").equals(guild.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static Event<ActionEvent> act(UserId on, ActionEvent action) {
        return local.send(Topics.ACTIONS, local.event(Keys.member(Optional.of(guild), on), action));
    }

    private static Context by(UserId invoker) {
        return new Context(guild, Optional.of(invoker), "a test", Instant.now().plusSeconds(60));
    }

    private static UserId user(String name) {
        return UserId.of(member(name).getJsonObject("user").getString("id"));
    }

    private static JsonObject member(String name) {
        return local.member(name);
    }

    private static boolean isMember(UserId user) {
        return local.discord().getList("/members", Map.of("guild", LocalGuild.NAME)).stream()
                .anyMatch(member -> member.getJsonObject("user").getString("id").equals(user.toString()));
    }
}
