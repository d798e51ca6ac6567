package dev.warren.runtime.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.events.Received;
import dev.warren.schemas.bot.SettingDescription;
import dev.warren.schemas.bot.SettingDescription.SettingType;
import dev.warren.schemas.bot.SettingsEvent;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsViewTest {
    private static final GuildId GUILD = new GuildId(7);
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final SettingDescription GREETING = new SettingDescription(
            "greeting",
            "What is said",
            "general",
            SettingType.TEXT,
            "hello",
            Optional.empty(),
            Optional.empty(),
            List.of());

    private final SettingsView view = new SettingsView(List.of(() -> List.of(GREETING)));

    @Test
    void settings_ofAGuildThatNeverSetAny_areTheDefaults() {
        var settings = view.at(Optional.of(GUILD), NOON);
        assertThat(settings.text("greeting")).hasValue("hello");
        assertThat(settings.prefix()).isEqualTo("!");
        assertThat(settings.version()).isZero();
    }

    @Test
    void version_holdsFromItsTimeOnAndNotBefore() {
        // Given
        follow(1, NOON, Map.of("greeting", Optional.empty()), Map.of("greeting", "hi"));
        follow(2, NOON.plusSeconds(60), Map.of("greeting", Optional.of("hi")), Map.of("greeting", "hey"));
        // Then
        assertThat(greetingAt(NOON.minusMillis(1))).isEqualTo("hello");
        assertThat(greetingAt(NOON)).isEqualTo("hi");
        assertThat(greetingAt(NOON.plusSeconds(59))).isEqualTo("hi");
        assertThat(greetingAt(NOON.plusSeconds(60))).isEqualTo("hey");
    }

    @Test
    void versionThatDoesNotHoldYet_whenTheTopicForgotTheOneBefore_tellsWhatHeldBefore() {
        // Given
        follow(
                5,
                NOON,
                Map.of("greeting", Optional.of("hi"), "timezone", Optional.empty()),
                Map.of("greeting", "hey", "timezone", "Europe/Berlin", "prefix", "?"));
        // When
        var before = view.at(Optional.of(GUILD), NOON.minusSeconds(1));
        // Then
        assertThat(before.text("greeting")).hasValue("hi");
        assertThat(before.timezone().getId()).isEqualTo("UTC");
        assertThat(before.prefix()).isEqualTo("?");
        assertThat(before.version()).isEqualTo(4);
    }

    @Test
    void version_followedTwiceAndLate_changesNothing() {
        // Given
        follow(2, NOON.plusSeconds(60), Map.of("greeting", Optional.of("hi")), Map.of("greeting", "hey"));
        // When
        follow(1, NOON, Map.of("greeting", Optional.empty()), Map.of("greeting", "hi"));
        follow(2, NOON.plusSeconds(60), Map.of("greeting", Optional.of("hi")), Map.of("greeting", "hey"));
        // Then
        assertThat(greetingAt(NOON.plusSeconds(61))).isEqualTo("hey");
        assertThat(greetingAt(NOON.plusSeconds(1))).isEqualTo("hi");
    }

    @Test
    void directMessages_haveTheDefaults() {
        follow(1, NOON, Map.of("prefix", Optional.empty()), Map.of("prefix", "?"));
        assertThat(view.at(Optional.empty(), NOON).prefix()).isEqualTo("!");
    }

    private String greetingAt(Instant time) {
        return view.at(Optional.of(GUILD), time).text("greeting").orElse("");
    }

    private void follow(long version, Instant from, Map<String, Optional<String>> changed, Map<String, String> values) {
        SettingsEvent payload = new SettingsChanged(GUILD, version, from, new UserId(700), changed, values);
        var event = Event.first(EventId.of("settings:7/" + version), "/memory", from, "7", payload);
        view.accept(new Received<>(
                event, Optional.empty(), Optional.empty(), new Received.Position("bot.settings", 0, version)));
    }
}
