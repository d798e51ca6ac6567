package dev.warren.gateway.outbound.actions;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.gateway.outbound.LocalGuild;
import dev.warren.runtime.redis.Redis;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.ActionEvent;
import dev.warren.schemas.bot.ActionEvent.Context;
import dev.warren.schemas.bot.ActionEvent.FetchMember;
import dev.warren.schemas.bot.ActionEvent.FetchMessages;
import dev.warren.schemas.bot.ReceiptEvent;
import dev.warren.schemas.bot.ReceiptEvent.LookupDone;
import dev.warren.schemas.bot.ReceiptEvent.ReplyRefused;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
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
class LookUpsTest {
    private static LocalGuild local;
    private static GuildId guild;

    private final Redis redis;

    LookUpsTest(Redis redis) {
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
    void member_isLookedUp_intoRedis() throws IOException {
        // Given
        UserId user = user("luke");
        // When
        var lookUp = act(user, new FetchMember(by(user("mod")), user));
        // Then
        var found = WireJson.mapper().readValue(result(local.receipt(lookUp)), Member.class);
        assertThat(found.id()).isEqualTo(user);
        assertThat(found.name()).isEqualTo("luke");
    }

    @Test
    void messages_areLookedUp_oldestFirst_forWhoMayReadThem() throws IOException {
        // Given
        ChannelId channel = local.channel("library");
        local.discord().say(LocalGuild.NAME, "library", "ada", "One");
        local.discord().say(LocalGuild.NAME, "library", "ada", "Two");
        // When
        var lookUp = act(user("ada"), new FetchMessages(by(user("ada")), channel, Optional.empty(), 10));
        // Then
        var found = WireJson.mapper()
                .readValue(result(local.receipt(lookUp)), new TypeReference<List<MessageCreated>>() {});
        assertThat(found.stream().map(MessageCreated::content)).containsExactly("One", "Two");
    }

    @Test
    void messages_ofAChannelThatTheInvokerCannotSee_areNotLookedUp() {
        // Given
        var hidden = local.discord()
                .put(
                        "/channels",
                        new JsonObject()
                                .put("guild", LocalGuild.NAME)
                                .put("channel", "staff")
                                .put(
                                        "overwrites",
                                        new JsonArray()
                                                .add(new JsonObject()
                                                        .put("role", "@everyone")
                                                        .put("deny", new JsonArray().add("VIEW_CHANNEL")))));
        var channel = ChannelId.of(hidden.getString("id"));
        // When
        var lookUp = act(user("ada"), new FetchMessages(by(user("ada")), channel, Optional.empty(), 10));
        // Then
        assertThat(local.receipt(lookUp))
                .isInstanceOfSatisfying(
                        ReplyRefused.class,
                        refused -> assertThat(refused.reason()).isEqualTo("the invoker may not read the channel"));
    }

    private byte[] result(ReceiptEvent receipt) {
        assertThat(receipt).isInstanceOf(LookupDone.class);
        return redis.call(commands -> commands.get(((LookupDone) receipt).key()))
                .await()
                .atMost(Duration.ofSeconds(5));
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
}
