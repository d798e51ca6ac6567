package dev.warren.gateway.living;

import static dev.warren.runtime.commands.Option.option;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.gateway.outbound.LocalDiscordServer;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AuditEvent.Audited;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.Cooldown;
import dev.warren.schemas.bot.DecisionEvent.Decided;
import dev.warren.schemas.bot.SettingsRequestEvent.ChangeSettings;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cooldowns and permissions as members and administrators meet them. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
@QuarkusTestResource(LocalDiscordServer.class)
class LimitsTest {
    private static final CommandDescription DAILY = Describe.command("daily", "Gives coins once in a while")
            .module("fun")
            .options(option("note", "A note", OptionType.STRING))
            .cooldown(new Cooldown(1, Duration.ofMinutes(10), Cooldown.Scope.MEMBER))
            .build();

    private World world;

    @BeforeEach
    void open() {
        world = new World();
        world.announce("limited", DAILY);
    }

    @AfterEach
    void everyRequestWasValid() {
        world.assertThatEveryRequestWasValid();
        world.close();
    }

    @Test
    void cooldown_ofSlash_isToldEphemerally_andDecided_andHoldsForPrefixToo() {
        // Given
        var first = world.members.command("bank", "desk", "Ada", "daily", Map.of());
        world.broker.await(
                Topics.INTERACTIONS,
                received -> received.event().id().equals(EventId.interaction(InteractionId.of(first))));
        // When
        var second = world.members.command("bank", "desk", "Ada", "daily", Map.of());
        world.members.say("bank", "desk", "Ada", "!daily");
        // Then
        assertThat(world.awaitAnswer(second).encode())
                .contains("`/daily` needs a pause: try again in ")
                .contains("\"flags\":64");
        world.awaitReply("bank", "desk", "`!daily` needs a pause: try again in ");
        world.await(
                Topics.DECISIONS,
                Decided.class,
                decided -> decided.reason().equals("cooldown")
                        && decided.correlations().contains(EventId.interaction(InteractionId.of(second))));
    }

    @Test
    void permissions_denied_becomeASetting_thatHoldsWhenItIsMade() {
        // Given
        var place = world.members.say("ruled", "general", "Ada", "hello");
        // When
        world.members.command(
                "ruled",
                "general",
                "owner",
                "permissions",
                Optional.of("deny"),
                Map.of("command", "/Daily", "channel", place.channelId()));
        // Then
        var asked = world.await(
                Topics.SETTINGS_REQUESTS,
                ChangeSettings.class,
                change -> change.guild().toString().equals(place.guildId().orElseThrow()));
        var change = (ChangeSettings) asked.event().payload();
        var json = "{\"daily\":{\"channels\":{\"" + place.channelId() + "\":\"deny\"}}}";
        assertThat(change.changes()).containsExactly(Map.entry("gateway.permissions", Optional.of(json)));
        assertThat(change.confirmation().orElseThrow()).contains("not in <#" + place.channelId() + ">");
        world.await(
                Topics.AUDIT,
                Audited.class,
                audit -> audit.action().equals("permission-deny")
                        && audit.target().equals(Optional.of("daily"))
                        && audit.details().containsValue(place.channelId()));
        // When
        world.set(place.guildId().orElseThrow(), 1, Map.of("gateway.permissions", json));
        // Then
        await().until(() -> permissions("ruled", "show", Map.of()).contains("not in"));
        assertThat(world.awaitAnswer(world.members.command("ruled", "general", "Ada", "daily", Map.of()))
                        .encode())
                .contains("`/daily` does not work in this channel.");
    }

    @Test
    void permissions_wrong_areExplained() {
        assertThat(permissions("ruling", "allow", Map.of("command", "dayly", "channel", channel())))
                .contains("I have no command `dayly`. Did you mean `daily`?");
        assertThat(permissions("ruling", "allow", Map.of("command", "daily")))
                .contains("Name a `role`, a `channel` or both.");
        assertThat(permissions("ruling", "show", Map.of())).contains("Nothing was changed");
        assertThat(permissions("ruling", "reset", Map.of("command", "daily"))).contains("It is so already");
    }

    private String channel() {
        return ChannelId.of(
                        world.members.say("ruling", "general", "Ada", "hello").channelId())
                .toString();
    }

    private String permissions(String guild, String subcommand, Map<String, ?> options) {
        return world.awaitAnswer(world.members.command(
                        guild, "general", "owner", "permissions", Optional.of(subcommand), options))
                .encode();
    }

    @Test
    void use_withinItsLimits_isPublishedOnce() {
        var interaction = world.members.command("bank", "desk", "Linus", "daily", Map.of("note", "hi"));

        var received = world.broker.await(
                Topics.INTERACTIONS,
                found -> found.event().id().equals(EventId.interaction(InteractionId.of(interaction))));
        assertThat(received.event().payload()).isInstanceOf(CommandInvoked.class);
    }
}
