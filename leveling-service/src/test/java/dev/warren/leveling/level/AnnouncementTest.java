package dev.warren.leveling.level;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
    private static final Instant NOON = Instant.parse("2025-06-15T12:00:00Z");
    private static final Map<String, String> FALLBACKS =
            new LevelSettings().settings().stream().collect(Collectors.toMap(one -> one.key(), one -> one.fallback()));

    private static Rise rise(int previous, int level) {
        return new Rise(
                new GuildId(1),
                new UserId(2),
                "Ada {level}",
                level,
                previous,
                1_899,
                Optional.of(new ChannelId(3)),
                EventId.of("fact:4"),
                NOON);
    }

    private static Optional<ReplyEvent> announced(Rise rise, Map<String, String> values) {
        return Announcement.of(rise, new GuildSettings(1, values, FALLBACKS), "Burrow", NOON);
    }

    @Test
    void level_isAnnouncedWhereTheMemberWrote() {
        assertThat(announced(rise(6, 7), Map.of())).get().isInstanceOfSatisfying(PostMessage.class, post -> {
            assertThat(post.channel()).isEqualTo(new ChannelId(3));
            assertThat(post.body().content()).isEqualTo("<@2> reached level **7**!");
            assertThat(post.body().pings().users()).isEmpty();
        });
    }

    @Test
    void level_isAnnouncedWhereTheGuildWantsIt() {
        assertThat(announced(rise(6, 7), Map.of(LevelSettings.ANNOUNCE, "channel", LevelSettings.CHANNEL, "9")))
                .get()
                .isInstanceOfSatisfying(
                        PostMessage.class, post -> assertThat(post.channel()).isEqualTo(new ChannelId(9)));
        assertThat(announced(rise(6, 7), Map.of(LevelSettings.ANNOUNCE, "dm")))
                .get()
                .isInstanceOf(PostDirectMessage.class);
        assertThat(announced(rise(6, 7), Map.of(LevelSettings.ANNOUNCE, "off"))).isEmpty();
    }

    @Test
    void everyFifthLevel_isAnnounced_alsoWhenItWasPassed() {
        // Given
        var every = Map.of(LevelSettings.EVERY, "5");
        // Then
        assertThat(announced(rise(5, 6), every)).isEmpty();
        assertThat(announced(rise(9, 10), every)).isPresent();
        assertThat(announced(rise(8, 12), every)).isPresent();
    }

    @Test
    void text_hasItsPlaceholders_andNamesBringNoneIn() {
        // When
        var text = Announcement.text("{name} {level}>{previous} {xp} {server} {other} $1", rise(6, 7), "Burrow");
        // Then
        assertThat(text).isEqualTo("\u2068Ada {level}\u2069 7>6 1,899 \u2068Burrow\u2069 {other} $1");
    }
}
