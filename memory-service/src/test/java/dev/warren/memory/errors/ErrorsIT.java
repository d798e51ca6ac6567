package dev.warren.memory.errors;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.memory.Talk;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.runtime.trouble.Incidents;
import dev.warren.schemas.bot.DeadLetterEvent.PutAside;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.event.Headers;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What services put aside is listed and told, without content. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class ErrorsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static Broker broker;

    @Inject
    SettingsView settings;

    private Talk ada;

    @BeforeAll
    static void open() {
        broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @BeforeEach
    void meet() {
        ada = new Talk(broker);
    }

    @Test
    void errors_ofACommand_areListedByIncidentWithoutContent() {
        // Given
        assertThat(ada.said(ada.ask("errors", "", Map.of())))
                .isEqualTo("Nothing went wrong here lately, as far as I know.");
        // When
        var command = fails("{\"command\":\"rank\",\"options\":{\"member\":{\"value\":\"secret words\"}}}");
        var button = fails("{\"customId\":\"memory:snooze:42\"}");
        var unreadable = fails("secret words");
        // Then
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(list().lines()).hasSize(3));
        assertThat(list())
                .contains("`" + Incidents.id(command) + "` <t:", " /rank (leveling, IllegalStateException)")
                .contains("`" + Incidents.id(button) + "`", "a use of snooze (leveling")
                .contains("`" + Incidents.id(unreadable) + "`", "something (leveling")
                .doesNotContain("secret");
    }

    @Test
    void logChannel_whereOneIsSet_getsOneLineHoweverMuchFails() {
        // Given
        var from = Instant.now().minusSeconds(60);
        broker.send(
                Topics.SETTINGS,
                Event.first(
                        EventId.of("settings:" + ada.guild()),
                        "/memory",
                        from,
                        Keys.guild(ada.guild()),
                        new SettingsChanged(
                                ada.guild(),
                                1,
                                from,
                                ada.user(),
                                Map.of(),
                                Map.of(LogChannel.KEY, ada.channel().toString()))));
        await().until(() -> settings.at(Optional.of(ada.guild()), Instant.now())
                .text(LogChannel.KEY)
                .isPresent());
        // When
        var first = fails("{\"command\":\"rank\"}");
        var line = ada.reply(PostMessage.class);
        fails("{\"command\":\"rank\"}");
        fails("{\"command\":\"rank\"}");
        // Then
        assertThat(((PostMessage) line.payload()).body().content())
                .isEqualTo("⚠️ /rank failed. Incident `" + Incidents.id(first) + "`. `/errors` lists the latest.");
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(list().lines()).hasSize(3));
        assertThat(ada.replies(PostMessage.class, 1)).hasSize(1);
    }

    private String list() {
        var embeds = ada.answer(ada.ask("errors", "", Map.of())).embeds();
        return embeds.isEmpty() ? "" : embeds.getFirst().description().orElseThrow();
    }

    /** A command that leveling could not process. */
    private EventId fails(String asked) {
        var id = EventId.of("interaction:" + UUID.randomUUID());
        var aside = new PutAside(
                "leveling",
                Topics.INTERACTIONS.name(),
                0,
                1,
                Optional.of(Keys.member(Optional.of(ada.guild()), ada.user())),
                Map.of(Headers.ID, id.value()),
                Optional.of(Base64.getEncoder().encodeToString(asked.getBytes(UTF_8))),
                "java.lang.IllegalStateException",
                "",
                3,
                Instant.now());
        broker.send(
                Topics.deadLettersWithContent(Service.LEVELING),
                Event.first(
                        EventId.of("leveling/" + UUID.randomUUID()),
                        "/leveling",
                        Instant.now(),
                        aside.key().orElseThrow(),
                        aside));
        return id;
    }
}
