package dev.warren.leveling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.leveling.LevelingEvent.XpRecounted;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What was earned by old rules is recounted by new ones when somebody wants it, and only then. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class RecountTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Instant NOON =
            Instant.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.DAYS);

    private final UserId ada = Asked.ADA.id();
    private final Pool pool;
    private final String kafka;
    private Broker broker;
    private Stored stored;
    private Guild guild;

    RecountTest(Pool pool, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        this.pool = pool;
        this.kafka = kafka;
    }

    @BeforeEach
    void open() {
        broker = new Broker(kafka);
        stored = new Stored(pool);
        guild = Guild.anew(broker);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    private AnswerMessage preview() {
        var asked = guild.run("xp", "recount", Map.of());
        return (AnswerMessage) broker.await(
                        Topics.ANSWERS,
                        received -> received.event().causationId().equals(Optional.of(asked.id())))
                .event()
                .payload();
    }

    private static String text(AnswerMessage answer) {
        return answer.body().embeds().getFirst().description().orElse("");
    }

    @Test
    void recount_showsWhoGains_andIsDoneByItsButton_alsoForWhatComesLate() {
        // Given: two minutes by the old rules, one of which comes late
        var early = Facts.written(guild.id(), ada, NOON);
        var late = Facts.written(guild.id(), ada, NOON.plusSeconds(60));
        guild.tell(List.of(early));
        stored.awaitAwards(guild.id(), 1);
        guild.settings(
                1,
                Instant.now().minusSeconds(60),
                Map.of(
                        "leveling.xp-minimum",
                        "100",
                        "leveling.xp-maximum",
                        "100",
                        "leveling.multipliers",
                        "{\"guild\":\"1.5\"}"));
        await().atMost(PATIENCE).until(() -> text(preview()).startsWith("**1** members gain "));
        assertThat(stored.xp(guild.id(), ada)).isBetween(15L, 25L);
        // When
        var shown = preview();
        var button = (Button) shown.body().rows().getFirst().components().getFirst();
        guild.press(button.customId());
        // Then
        stored.awaitXp(guild.id(), ada, xp -> xp == 150);
        guild.tell(List.of(late));
        stored.awaitXp(guild.id(), ada, xp -> xp == 300);
        assertThat(stored.sumOfAwards(guild.id(), ada)).isEqualTo(300);
        assertThat(text(preview())).startsWith("Nobody gains or loses");
        assertThat(broker.seen(Topics.LEVELING_EVENTS))
                .filteredOn(received -> received.event().payload() instanceof XpRecounted recounted
                        && recounted.guild().equals(guild.id()))
                .hasSize(1);
    }
}
