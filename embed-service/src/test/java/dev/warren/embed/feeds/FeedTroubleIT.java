package dev.warren.embed.feeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.SettingsEvent.SettingsChanged;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Sources that fail, and instances that die. */
@QuarkusTest
@TestProfile(Followed.class)
@QuarkusTestResource(WarrenServers.class)
class FeedTroubleIT extends OnMeadow {
    @Test
    void instance_thatDiesWhileItLooks_isReplacedWhenItsLeaseIsOver() {
        // Given
        meadow.grow(1);
        var now = later(60);
        assertThat(due.claim(now).await().atMost(PATIENCE))
                .anyMatch(claim -> claim.source().equals(meadow.address()));
        int visits = meadow.visits();
        // When
        look(another(), now.plusSeconds(1));
        assertThat(meadow.visits()).isEqualTo(visits);
        look(another(), now.plus(config.lease()));
        // Then
        assertThat(meadow.visits()).isEqualTo(visits + 1);
        assertThat(ada.posts(1)).hasSize(1);
    }

    @Test
    void instance_thatIsOvertakenWhileItLooks_bringsNothing() {
        // Given: while the one looks its lease ends, another finds what is new, and then the site breaks
        meadow.grow(1);
        var now = later(60);
        var slow = another(request -> another()
                .round(now.plus(config.lease()))
                .invoke(() -> meadow.answer(500))
                .chain(() -> fetcher.get(request)));
        // When
        look(slow, now);
        // Then
        assertThat(feed().getInteger("failures")).isZero();
        assertThat(feed().getString("etag")).isEqualTo("\"v4\"");
        assertThat(ada.posts(1)).hasSize(1);
    }

    @Test
    void source_thatFails_isAskedLessAndLessOftenUntilItAnswers() {
        // When
        meadow.answer(500);
        look(another(), later(60));
        assertThat(feed().getInteger("failures")).isEqualTo(1);
        assertThat(pause()).isBetween(Duration.ofMinutes(19), Duration.ofMinutes(21));
        look(another(), later(60));
        assertThat(pause()).isBetween(Duration.ofMinutes(39), Duration.ofMinutes(41));
        assertThat(ada.said("list", Map.of())).contains("⚠️ status-500");
        // Then
        meadow.show(4);
        look(another(), later(120));
        assertThat(feed().getInteger("failures")).isZero();
        assertThat(pause()).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
        assertThat(ada.posts(1)).hasSize(1);
    }

    private Duration pause() {
        return Duration.between(
                Instant.now(), feed().getOffsetDateTime("next_at").toInstant());
    }

    @Test
    void source_thatFailsForLong_isPausedToldOnceAndGoesOnAfterATest() {
        // Given
        var log = new ChannelId(ada.channel().value() + 1_000);
        broker.send(
                Topics.SETTINGS,
                Event.first(
                        EventId.of("settings:" + ada.guild()),
                        "/memory",
                        Instant.now(),
                        ada.guild().toString(),
                        new SettingsChanged(
                                ada.guild(),
                                1,
                                Instant.now().minusSeconds(60),
                                new UserId(1),
                                Map.of(),
                                Map.of("log-channel", log.toString()))));
        meadow.answer(410);
        look(rounds, later(60));
        pool.query("UPDATE feed SET failing_since = now() - interval '8 days' WHERE id = " + feed().getLong("id"))
                .execute()
                .await()
                .atMost(PATIENCE);
        // When
        look(rounds, later(600));
        int visits = meadow.visits();
        look(rounds, later(60_000));
        // Then
        assertThat(meadow.visits()).isEqualTo(visits);
        assertThat(ada.posts(log, 1))
                .singleElement()
                .satisfies(post -> assertThat(post.body().content())
                        .startsWith("⏸️ I stopped looking at **Meadow")
                        .contains("(status-410)"));
        assertThat(ada.said("list", Map.of())).contains("⏸️ paused: status-410");
        // and it goes on
        meadow.show(4);
        assertThat(ada.said("test", Map.of("number", String.valueOf(follow)))).contains("Clover 3");
        assertThat(ada.posts(1)).hasSize(1);
        await().atMost(PATIENCE).until(() -> feed().getOffsetDateTime("paused_at") == null);
    }
}
