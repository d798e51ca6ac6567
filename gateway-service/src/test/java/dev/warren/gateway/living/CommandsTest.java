package dev.warren.gateway.living;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.commands.Samples;
import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.DecisionEvent.Decided;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.InteractionEvent.Via;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** However a command is written, it is the same command; and what cannot be is explained. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class CommandsTest {
    private static final String GUILD = "warren";
    private World world;

    @BeforeEach
    void open() {
        world = new World();
        world.announce("samples", Samples.all());
    }

    @AfterEach
    void everyRequestWasValid() {
        world.assertThatEveryRequestWasValid();
        world.close();
    }

    private Event<CommandInvoked> invoked(EventId id) {
        Received<InteractionEvent> received = world.broker.await(
                Topics.INTERACTIONS, found -> found.event().id().equals(id));
        return received.with((CommandInvoked) received.event().payload()).event();
    }

    private EventId written(String channel, String author, String content) {
        return EventId.command(
                MessageId.of(world.members.say(GUILD, channel, author, content).id()));
    }

    private void decided(String reason) {
        world.await(Topics.DECISIONS, Decided.class, decided -> decided.reason().equals(reason));
    }

    @Test
    void slashPrefixAndMention_giveTheSameCommand() {
        // Given
        var grace = world.members.put(
                "/members", new JsonObject().put("guild", GUILD).put("user", "Grace"));
        var id = grace.getJsonObject("user").getString("id");
        // When
        var slash = invoked(EventId.of("interaction:"
                + world.members.command(GUILD, "general", "Ada", "pay", Map.of("to", "Grace", "amount", "1.5k"))));
        var prefix = invoked(written("general", "Ada", "!pay <@" + id + "> 1.5k"));
        var mention = invoked(written("general", "Ada", "<@100000000000000001> pay grace 1,500"));
        // Then
        assertThat(slash.payload().via()).isEqualTo(Via.SLASH);
        assertThat(prefix.payload().via()).isEqualTo(Via.PREFIX);
        assertThat(mention.payload().via()).isEqualTo(Via.MENTION);
        for (var event : List.of(slash, prefix, mention)) {
            var command = event.payload();
            assertThat(command.service()).isEqualTo("samples");
            assertThat(command.command()).isEqualTo("pay");
            assertThat(command.options().keySet()).containsExactlyInAnyOrder("to", "amount");
            assertThat(command.options().values())
                    .extracting(value -> value.value())
                    .contains(id, "1500");
            assertThat(command.origin().member().name())
                    .isEqualTo(slash.payload().origin().member().name());
            assertThat(command.origin().member().permissions()).isPresent();
            assertThat(command.origin().channel())
                    .isEqualTo(slash.payload().origin().channel());
            assertThat(event.subject()).isEqualTo(slash.subject());
        }
        world.await(
                Topics.MESSAGES,
                MessageCreated.class,
                message -> message.command().equals(Optional.of("pay")));
    }

    @Test
    void member_whoNeverWrote_isFoundByName() {
        world.members.put("/members", new JsonObject().put("guild", GUILD).put("user", "Hedy"));
        var hedy = invoked(written("lookups", "Ada", "!rank hedy"));
        assertThat(hedy.payload().options()).containsKey("member");
        written("lookups", "Ada", "!rank nobodyofthisname");
        world.awaitReply(GUILD, "lookups", "a member whom I can find");
    }

    @Test
    void slip_isAskedBack_andAWrongArgumentExplained() {
        written("slips", "Ada", "!rnak");
        world.awaitReply(GUILD, "slips", "Did you mean `!rank`?");
        written("slips", "Ada", "!roll 1");
        world.awaitReply(GUILD, "slips", "`sides` must be at least 2, not `1`.");
        decided("wrong-argument");
        var interaction = world.members.command(GUILD, "slips", "Ada", "pay", Map.of("to", "Grace", "amount", "lots"));
        assertThat(world.awaitAnswer(interaction).encode())
                .contains("must be a number of coins")
                .contains("/pay @Ada 250");
    }

    @Test
    void missingPermission_isNamed_andARoleThatHasItHelps() {
        // Given
        written("order", "Ada", "!mute Ada");
        world.awaitReply(GUILD, "order", "Timeout Members");
        decided("missing-permission");
        // When
        world.members.put(
                "/roles",
                new JsonObject()
                        .put("guild", GUILD)
                        .put("role", "Wardens")
                        .put("permissions", new JsonArray().add("MODERATE_MEMBERS")));
        world.members.put(
                "/members",
                new JsonObject().put("guild", GUILD).put("user", "Rosa").put("roles", new JsonArray().add("Wardens")));
        // Then
        var command = invoked(written("order", "Rosa", "!mute Rosa 2 days spam"));
        assertThat(command.payload().options()).containsOnlyKeys("member", "for", "reason");
    }

    @Test
    void module_off_isSilentForPrefix_andSlashSaysWhoCanTurnItOn() {
        // Given
        var guild =
                world.members.say("quiet", "general", "Ada", "hello").guildId().orElseThrow();
        world.set(guild, 1, Map.of("module.fun", "off"));
        world.broker.await(
                Topics.SETTINGS, received -> received.event().subject().equals(guild));
        // When
        var interaction = Awaitility.await()
                .until(
                        () -> world.awaitAnswer(
                                world.members.command("quiet", "general", "Ada", "roll", Map.of("sides", 6))),
                        answer -> answer.encode().contains("Whoever may manage the server"));
        world.members.say("quiet", "general", "Ada", "!roll 6");
        // Then
        assertThat(interaction).isNotNull();
        decided("module-off");
        assertThat(world.members.messages("quiet", "general"))
                .noneMatch(message -> message.getJsonObject("author").getBoolean("bot", false)
                        && !message.containsKey("interactionId"));
    }

    @Test
    void directMessage_refusesWhatIsForServers() {
        world.members.sayDirectly("Ada", "!rank");
        Awaitility.await()
                .until(() -> world.members.directMessages("Ada").stream()
                        .anyMatch(message -> message.getString("content").equals("`!rank` works in servers only.")));
    }
}
