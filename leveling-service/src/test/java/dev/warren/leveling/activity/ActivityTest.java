package dev.warren.leveling.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.leveling.Facts;
import dev.warren.leveling.Talk;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.LocalCdn;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.FactEvent.MessageFact;
import dev.warren.schemas.discord.GuildEvent;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.discord.GuildEvent.RoleKnown;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.MemberEvent;
import dev.warren.schemas.discord.MemberEvent.MemberJoined;
import dev.warren.schemas.discord.MemberEvent.MemberLeft;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Statistics and look-ups, between real servers. Each test has a guild of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
@WithTestResource(LocalCdn.class)
class ActivityTest {
    /** With an id as large as Discord's are. */
    private static final Member MEMBER = Talk.member(1_188_000_000_000_000_701L, "Grace", false);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration A_WHILE_AGO = Duration.ofMinutes(5);

    private final String kafka;
    private Broker broker;
    private Talk talk;

    ActivityTest(@ConfigProperty(name = "warren.test.kafka") String kafka) {
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

    private void tell(List<MessageFact> facts) {
        broker.sendAll(facts.stream()
                .map(fact -> broker.encode(Topics.FACTS, Facts.event(fact)))
                .toList());
    }

    private void happens(String id, MemberEvent what) {
        broker.send(
                Topics.MEMBERS,
                Event.first(
                        EventId.of("abc" + talk.guild() + ":" + id),
                        "/gateway/0",
                        Instant.now(),
                        Keys.member(Optional.of(talk.guild()), Talk.GRACE.id()),
                        what));
    }

    private void known(String key, GuildEvent what) {
        broker.send(
                Topics.GUILDS,
                Event.first(EventId.of("known:" + key + Instant.now()), "/gateway/0", Instant.now(), key, what));
    }

    /** Asks again and again, since counts come a little later. */
    private MessageBody awaited(String command, Map<String, OptionValue> options, Predicate<String> wanted) {
        return await().atMost(PATIENCE)
                .until(
                        () -> talk.answer(talk.ask(Talk.ADA, command, options)),
                        body -> wanted.test(Talk.text(body))
                                && (command.endsWith("info") || !body.files().isEmpty()));
    }

    @Test
    void serverStats_ofWhatHappened_countEachThingOnceAndShowThem() {
        // Given
        var at = Instant.now().minus(A_WHILE_AGO);
        var first = Facts.written(talk.guild(), Talk.ADA.id(), at);
        var second = Facts.written(talk.guild(), Talk.ADA.id(), at.plusSeconds(1));
        var third = Facts.written(talk.guild(), MEMBER.id(), at.plusSeconds(2));
        var byBot = Facts.byBot(Facts.written(talk.guild(), Talk.ROBOT.id(), at.plusSeconds(3)));
        // When
        tell(List.of(first, third, byBot, second));
        tell(List.of(second, first));
        happens("1", new MemberJoined(talk.guild(), MEMBER, Optional.empty()));
        happens("1", new MemberJoined(talk.guild(), MEMBER, Optional.empty()));
        happens("2", new MemberLeft(talk.guild(), MEMBER.id(), "Grace"));
        // Then
        var body = awaited(
                "serverstats",
                Map.of("period", OptionValue.text("day")),
                text -> text.contains("Messages: **3** · Active members: **2**")
                        && text.contains("Joined: **1** · Left: **1**")
                        && text.contains("Most used: `serverstats` "));
        assertThat(body.files().getFirst().description().orElseThrow())
                .startsWith("Server statistics, the last 24 hours, UTC. Messages 3, Active members 2");
        tell(List.of(third, second, first));
        assertThat(Talk.text(awaited(
                        "userstats",
                        Map.of("member", Talk.user(MEMBER)),
                        text -> text.contains("Messages: **1** · Active days: **1** · Commands: **0**"))))
                .contains("Grace");
    }

    @Test
    void looks_atMemberServerAndRole_sayWhatIsKnown() {
        // Given
        var role = new RoleId(9_900 + talk.guild().value());
        known(
                Keys.knownGuild(talk.guild()),
                new GuildKnown(
                        talk.guild(),
                        "The Burrow",
                        Talk.ADA.id(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("en-GB"),
                        List.of(),
                        1_234));
        known(
                Keys.knownRole(role),
                new RoleKnown(
                        talk.guild(),
                        role,
                        "Artist",
                        3,
                        0xFF8800,
                        Permissions.of(Permission.MANAGE_GUILD),
                        false,
                        true));
        happens("1", new MemberJoined(talk.guild(), Talk.GRACE, Optional.of(Instant.parse("2026-01-02T03:04:05Z"))));
        // Then
        awaited("serverinfo", Map.of(), text -> text.contains("The Burrow") && text.contains("Members: 1,234"));
        awaited(
                "roleinfo",
                Map.of("role", new OptionValue(OptionType.ROLE, role.toString(), Optional.empty())),
                text -> text.contains("#FF8800") && text.contains("manage guild"));
        awaited(
                "userinfo",
                Map.of("member", Talk.user(Talk.GRACE)),
                text -> text.contains("<t:1767323045:D>") && text.contains("`701`"));
        assertThat(talk.answer(talk.ask(Talk.ADA, "avatar", Map.of()))
                        .embeds()
                        .getFirst()
                        .imageUrl()
                        .orElseThrow())
                .endsWith("/cdn/embed/avatars/0.png");
    }
}
