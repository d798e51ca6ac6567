package dev.warren.leveling.experience;

import static dev.warren.leveling.Facts.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.events.Received;
import dev.warren.schemas.bot.SettingsEvent;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RulesHistoryTest {
    private static final GuildId GUILD = new GuildId(1);

    private final RulesHistory history = new RulesHistory();

    private void changed(long version, Instant from, Map<String, String> values) {
        var payload = new SettingsChanged(GUILD, version, from, new UserId(9), Map.of(), values);
        Event<SettingsEvent> event =
                Event.first(EventId.of("settings:1/" + version), "/memory", from, GUILD.toString(), payload);
        history.accept(new Received<>(
                event, Optional.empty(), Optional.empty(), new Received.Position("bot.settings.history", 0, version)));
    }

    @Test
    void rules_whereNothingWasSet_areTheDefault() {
        assertThat(history.at(GUILD, NOON)).isEqualTo(XpRules.DEFAULT);
    }

    @Test
    void rules_beforeAndAfterAChange_areThoseThatHeldThen() {
        // Given
        changed(1, NOON, Map.of(LevelingSettings.MINIMUM, "5", LevelingSettings.MAXIMUM, "6"));
        changed(2, NOON.plusSeconds(60), Map.of("module.leveling", "off"));
        // Then
        assertThat(history.at(GUILD, NOON.minusMillis(1))).isEqualTo(XpRules.DEFAULT);
        assertThat(history.at(GUILD, NOON)).isEqualTo(new XpRules(1, true, 5, 6));
        assertThat(history.at(GUILD, NOON.plusSeconds(59))).isEqualTo(new XpRules(1, true, 5, 6));
        assertThat(history.at(GUILD, NOON.plusSeconds(60)).on()).isFalse();
    }

    @Test
    void rules_ofManyVersionsThatChangeOtherThings_areThoseOfTheFirst() {
        // Given
        for (int version = 1; version <= 100; version++) {
            changed(version, NOON.plusSeconds(version), Map.of("prefix", "p" + version));
        }
        // Then
        assertThat(history.at(GUILD, NOON.plusSeconds(1_000))).isEqualTo(new XpRules(1, true, 15, 25));
    }

    @Test
    void rules_ofAHistoryReadTwice_areThoseOfTheFirstReading() {
        // Given
        changed(1, NOON, Map.of(LevelingSettings.MINIMUM, "5"));
        changed(2, NOON.plusSeconds(1), Map.of());
        changed(1, NOON, Map.of(LevelingSettings.MINIMUM, "5"));
        // Then
        assertThat(history.at(GUILD, NOON.plusSeconds(2))).isEqualTo(new XpRules(2, true, 15, 25));
    }

    @Test
    void rules_withMaximumBelowTheMinimum_takeTheMinimumForBoth() {
        // Given
        changed(1, NOON, Map.of(LevelingSettings.MINIMUM, "40"));
        // Then
        assertThat(history.at(GUILD, NOON)).isEqualTo(new XpRules(1, true, 40, 40));
    }

    @Test
    void rules_withAmountsBeyondTheirBounds_takeTheBounds() {
        // Given
        changed(1, NOON, Map.of(LevelingSettings.MINIMUM, "-5", LevelingSettings.MAXIMUM, "99999"));
        // Then
        assertThat(history.at(GUILD, NOON)).isEqualTo(new XpRules(1, true, 0, 1_000));
    }
}
