package dev.warren.economy;

import static dev.warren.economy.Asks.ADA;
import static dev.warren.economy.Asks.GRACE;
import static dev.warren.economy.Asks.amount;
import static dev.warren.economy.Asks.number;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.verification.Verification;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerUpdate;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.economy.ChanceEvents.GamePlayed;
import dev.warren.schemas.economy.ChanceEvents.SeedRevealed;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Games between real Kafka and PostgreSQL. Each test has a guild of its own. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
class GameServiceTest extends ServiceTest {

    private final Crowd crowd;

    GameServiceTest(Verification verification, Crowd crowd, @ConfigProperty(name = "warren.test.kafka") String kafka) {
        super(verification, kafka);
        this.crowd = crowd;
    }

    @BeforeEach
    void grant() {
        crowd.grant(ask.guild(), List.of(ADA), 1_000);
    }

    @Test
    void games_whoseSeedIsTold_areRecomputed() {
        // Given
        assertThat(answers.to(fair("seed", Map.of("seed", text("car rots")))))
                .isEqualTo("`seed` may have letters from a to z, digits, - and _.");
        var shown = answers.to(fair("seed", Map.of("seed", text("carrots"))));
        assertThat(shown).contains("Your seed: `carrots`", "Nonce of your next game: `0`");
        var hash = shown.replaceAll("(?s).*server's seed: `([0-9a-f]{64})`.*", "$1");
        // When
        var flip = bet("coinflip", "10", Map.of("side", text("heads")));
        var flipped = answers.to(flip);
        var diced = answers.to(bet("dice", "10", Map.of("guess", text("odd"))));
        var spun = answers.to(bet("slots", "10", Map.of()));
        // Then
        assertThat(flipped).contains("You bet 10 coins on heads.").contains("Game #2 · seed " + hash.substring(0, 12));
        assertThat(answers.answers(flip, 2)).hasSize(2);
        assertThat(diced).contains("Game #3", "nonce 1");
        assertThat(spun).contains("Game #4", "nonce 2");
        assertThat(answers.to(fair("verify", Map.of("number", number(2)))))
                .startsWith("The seed of that game is still in use");
        assertThat(answers.to(fair("verify", Map.of("number", number(99)))))
                .startsWith("There is no game `#99` in this server");
        var rotated = answers.to(fair("rotate", Map.of()));
        assertThat(rotated).contains("last 3 games", "Its hash, as it was told: `" + hash + "`");
        for (int game = 2; game <= 4; game++) {
            assertThat(answers.to(fair("verify", Map.of("number", number(game)))))
                    .contains("Message: `carrots:" + (game - 2) + "`", hash, "**Recomputed: the same.**");
        }
        var played = (GamePlayed) answers.caused(Topics.ECONOMY_EVENTS, flip, 2).stream()
                .filter(GamePlayed.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(played.seedHash()).isEqualTo(hash);
        assertThat(played.paid()).isIn(0L, 20L);
        broker.await(
                Topics.ECONOMY_EVENTS,
                received -> received.event().payload() instanceof SeedRevealed told
                        && told.guild().equals(ask.guild())
                        && told.seedHash().equals(hash)
                        && rotated.contains(told.seed()));
    }

    @Test
    void bet_thatCannotBe_isRefusedInWords() {
        assertThat(answers.to(bet("slots", "10001", Map.of())))
                .isEqualTo("A bet here is 1 to 10,000 coins; yours is 10,001.");
        assertThat(answers.to(bet("slots", "1001", Map.of())))
                .isEqualTo("You have 1,000 coins in your wallet; that takes 1,001.");
        assertThat(answers.to(ask.slash(GRACE, "slots", Map.of("bet", amount("all")))))
                .startsWith("There is nothing in your wallet");
    }

    @Test
    void hand_ofBlackjack_isPlayedByItsMemberAloneAndEachMoveOnce() {
        // Given
        var dealt = undecided("10");
        var buttons = Answers.buttons(dealt);
        long number = Long.parseLong(Answers.text(dealt).replaceAll("(?s).*Game #(\\d+).*", "$1"));
        // When, Then
        assertThat(answers.to(ask.press(GRACE, buttons.get(1)))).startsWith("That is the hand of <@700>");
        assertThat(answers.to(fair("rotate", Map.of()))).startsWith("End your hand of blackjack first");
        assertThat(answers.message(bet("blackjack", "10", Map.of())).body()).isEqualTo(dealt);
        var stand = ask.press(ADA, buttons.get(1));
        var ended = answers.update(stand);
        assertThat(ended).containsPattern("You win and get|Nobody wins|The house wins");
        assertThat(answers.answers(stand, 2)).hasSize(2);
        assertThat(answers.to(ask.press(ADA, buttons.get(0)))).isEqualTo("That hand is over.");
        answers.to(fair("rotate", Map.of()));
        assertThat(answers.to(fair("verify", Map.of("number", number(number)))))
                .contains("blackjack (S)", "**Recomputed: the same.**");
    }

    @Test
    void hand_thatNobodyPlaysOn_standsWhenItsTimeIsOver() {
        // Given
        var dealt = undecided("10");
        long id = Long.parseLong(Answers.buttons(dealt).getFirst().split(":")[3]);
        // When
        crowd.due(ask.guild(), Deadline.HAND, id);
        // Then
        assertThat(answers.to(ask.press(ADA, Answers.buttons(dealt).getFirst())))
                .isEqualTo("That hand is over.");
        assertThat(crowd.due(ask.guild(), Deadline.HAND, id)).isEmpty();
    }

    @Test
    void move_thatWasMadeAlready_isNotMadeAgain() {
        // Given: a hand on which one hit leaves it open
        for (int tries = 0; tries < 60; tries++) {
            var dealt = undecided("1");
            var hit = ask.press(ADA, Answers.buttons(dealt).getFirst());
            var after = ((AnswerUpdate) answers.answers(hit, 1).getFirst()).body();
            if (!after.rows().isEmpty()) {
                // When, Then
                assertThat(answers.to(ask.press(ADA, Answers.buttons(dealt).getFirst())))
                        .isEqualTo("You have moved on from there already.");
                assertThat(answers.to(ask.press(ADA, Answers.buttons(after).get(2))))
                        .isEqualTo("Only the first two cards can be doubled.");
                return;
            }
        }
        throw new AssertionError("no hit in 60 hands left the hand open");
    }

    /** A hand that is not over with the first cards. */
    private MessageBody undecided(String coins) {
        for (int tries = 0; tries < 60; tries++) {
            var dealt = ((AnswerMessage) answers.answers(bet("blackjack", coins, Map.of()), 1)
                            .getFirst())
                    .body();
            if (!dealt.rows().isEmpty()) {
                return dealt;
            }
        }
        throw new AssertionError("no hand of 60 was open");
    }

    private Event<InteractionEvent> bet(String game, String coins, Map<String, OptionValue> more) {
        var options = new HashMap<>(more);
        options.put("bet", amount(coins));
        return ask.slash(ADA, game, options);
    }

    private Event<InteractionEvent> fair(String subcommand, Map<String, OptionValue> options) {
        return ask.slash(ADA, "fair", Optional.of(subcommand), options, Instant.now());
    }

    private static OptionValue text(String value) {
        return OptionValue.text(value);
    }
}
