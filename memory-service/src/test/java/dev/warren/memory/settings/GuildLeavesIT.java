package dev.warren.memory.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.departures.Departures;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.Guilds;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.bot.SettingsRequestEvent.ChangeSettings;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.InteractionId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of a guild that removed the bot nothing stays but that it has the defaults. */
@QuarkusTest
@QuarkusTestResource(WarrenServers.class)
class GuildLeavesIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final GuildId GUILD = new GuildId(771);
    private static final GuildId OTHER = new GuildId(772);

    @Inject
    Departures departures;

    @Inject
    RuntimeConfig config;

    @Inject
    SettingsView view;

    @Inject
    Catalogue catalogue;

    @Inject
    Pool pool;

    @BeforeEach
    void announced() {
        await().until(() -> catalogue.find("prefix").isPresent());
    }

    @Test
    void settingsOfAGuildThatRemovedTheBot_areDefaultsAfterTheTimeOfGrace() {
        try (var broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class))) {
            // Given
            change(broker, 1, "?");
            change(broker, 2, "$");
            version(broker, 2);
            remind(GUILD);
            remind(OTHER);
            // When
            var at = Instant.now();
            new Guilds(broker).left(GUILD, at);
            await().atMost(PATIENCE).until(() -> departures.isLeft(GUILD));
            departures
                    .round(at.plus(config.departures().grace()).plusSeconds(1))
                    .await()
                    .atMost(PATIENCE);
            // Then
            var blank = version(broker, 3);
            assertThat(blank.values()).isEmpty();
            assertThat(blank.changed()).isEmpty();
            assertThat(versions()).isEqualTo(1);
            assertThat(reminders(GUILD)).isZero();
            assertThat(reminders(OTHER)).isEqualTo(1);
            var later = blank.effectiveFrom().plusSeconds(60);
            await().atMost(PATIENCE)
                    .until(() -> view.at(Optional.of(GUILD), later).version() == 3);
            assertThat(view.at(Optional.of(GUILD), later).prefix()).isEqualTo("!");
            // When: it comes back
            new Guilds(broker).known(GUILD, Instant.now());
            change(broker, 4, "%");
            // Then
            assertThat(version(broker, 4).values()).containsExactly(Map.entry("prefix", "%"));
        }
    }

    private static void change(Broker broker, int number, String prefix) {
        var origin = new Origin(
                Optional.of(new InteractionId((2_000L + number) << 30)),
                Optional.empty(),
                Optional.of(GUILD),
                new ChannelId(5),
                Asked.ADA,
                Optional.empty());
        broker.send(
                Topics.SETTINGS_REQUESTS,
                Event.first(
                        EventId.of("request:" + GUILD + ":" + number),
                        "/leveling",
                        Instant.now(),
                        Keys.guild(GUILD),
                        new ChangeSettings(
                                GUILD, Map.of("prefix", Optional.of(prefix)), origin, Optional.of("Done."))));
    }

    private static SettingsChanged version(Broker broker, long number) {
        return (SettingsChanged) broker.await(
                        Topics.SETTINGS_HISTORY,
                        received -> received.event().payload() instanceof SettingsChanged changed
                                && changed.guild().equals(GUILD)
                                && changed.version() == number)
                .event()
                .payload();
    }

    private void remind(GuildId guild) {
        pool.query("""
                INSERT INTO reminder (member, guild, channel, words, zone, state, asked_by, made_at)
                VALUES (1, %s, 5, 'tea', 'UTC', 'DRAFT', 'interaction:1', now())""".formatted(guild)).execute().await().atMost(PATIENCE);
    }

    private long reminders(GuildId guild) {
        return count("reminder", guild);
    }

    private long versions() {
        return count("settings_version", GUILD);
    }

    private long count(String table, GuildId guild) {
        return pool.query("SELECT count(*) FROM " + table + " WHERE guild = " + guild.value())
                .execute()
                .await()
                .atMost(PATIENCE)
                .iterator()
                .next()
                .getLong(0);
    }
}
