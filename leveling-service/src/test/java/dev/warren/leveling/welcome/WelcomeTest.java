package dev.warren.leveling.welcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.leveling.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.LocalCdn;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.ActionEvent.AddRole;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.bot.SettingsRequestEvent.ChangeSettings;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MemberEvent;
import dev.warren.schemas.discord.MemberEvent.MemberJoined;
import dev.warren.schemas.discord.MemberEvent.MemberLeft;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topic;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who comes and goes, between real servers. Each test has a guild of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
@WithTestResource(LocalCdn.class)
class WelcomeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final String kafka;
    private Broker broker;
    private Talk talk;

    WelcomeTest(@ConfigProperty(name = "warren.test.kafka") String kafka) {
        this.kafka = kafka;
    }

    @BeforeEach
    void open() {
        broker = new Broker(kafka);
        talk = Talk.somewhere(broker);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    private void settings(Map<String, String> values) {
        var from = Instant.now().minusSeconds(60);
        broker.send(
                Topics.SETTINGS,
                Event.first(
                        EventId.of("settings:" + talk.guild() + "/1"),
                        "/memory",
                        from,
                        talk.guild().toString(),
                        new SettingsChanged(talk.guild(), 1, from, Talk.ADA.id(), Map.of(), values)));
        await().atMost(PATIENCE)
                .until(() -> talk.said(Talk.ADA, "welcome preview", Map.of()), text -> text.contains("in <#"));
    }

    private Event<MemberEvent> happens(String id, UserId member, MemberEvent what) {
        var event = Event.first(
                EventId.of("def" + talk.guild() + ":" + id),
                "/gateway/0",
                Instant.now(),
                Keys.member(Optional.of(talk.guild()), member),
                what);
        broker.send(Topics.MEMBERS, event);
        return event;
    }

    private <P, Q> Q caused(Topic<P> topic, Class<Q> type, Event<?> by) {
        return type.cast(broker.await(
                        topic, received -> received.event().causationId().equals(Optional.of(by.id())))
                .event()
                .payload());
    }

    @Test
    void newcomer_isWelcomedAndGetsTheirRole() {
        // Given
        settings(Map.of(
                "leveling.welcome-channel", "71",
                "leveling.welcome-text", "Hi {member}, called {name}! {unknown}",
                "leveling.join-role-2", "55"));
        var member = Talk.member(801, "{server} **bold**", false);
        // When
        var joined = happens("1", member.id(), new MemberJoined(talk.guild(), member, Optional.empty()));
        // Then
        var post = caused(Topics.REPLIES, PostMessage.class, joined);
        assertThat(post.channel()).isEqualTo(new ChannelId(71));
        assertThat(post.body().content())
                .isEqualTo("Hi <@801>, called \u2068{server} \\*\\*bold\\*\\*\u2069! {unknown}");
        assertThat(post.body().pings().users()).isEmpty();
        assertThat(caused(Topics.ACTIONS, AddRole.class, joined).role()).isEqualTo(new RoleId(55));
    }

    @Test
    void memberWhoLeft_isBidFarewellByTheirName() {
        settings(Map.of("leveling.farewell-channel", "72"));
        var left = happens("1", Talk.GRACE.id(), new MemberLeft(talk.guild(), Talk.GRACE.id(), "Grace"));
        assertThat(caused(Topics.REPLIES, PostMessage.class, left).body().content())
                .isEqualTo("\u2068Grace\u2069 has left \u2068this server\u2069.");
    }

    @Test
    void set_ofAWelcome_asksForTheSettings() {
        var asked = talk.ask(
                Talk.ADA,
                "welcome set",
                Map.of(
                        "what",
                        OptionValue.text("welcome"),
                        "channel",
                        new OptionValue(OptionType.CHANNEL, "71", Optional.<Member>empty()),
                        "text",
                        OptionValue.text("Hello!")));
        assertThat(caused(Topics.SETTINGS_REQUESTS, ChangeSettings.class, asked).changes())
                .containsOnly(
                        Map.entry("leveling.welcome-channel", Optional.of("71")),
                        Map.entry("leveling.welcome-text", Optional.of("Hello!")));
    }
}
