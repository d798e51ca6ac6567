package dev.warren.economy.purse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.warren.economy.desk.Amounts;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.purse.Payments.Wish;
import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @ParameterizedTest
    @ValueSource(strings = {"interaction:9223372036854775807", "command:1"})
    void question_ofTheLargestNumbers_isReadBackFromItsButtons(String key) {
        // Given
        var wish = new Wish(
                new UserId(Long.MAX_VALUE), new UserId(Long.MAX_VALUE - 1), new Coins(Amounts.MOST), EventId.of(key));
        // When
        var button =
                (Button) Question.ask(wish, NOON).rows().getFirst().components().getFirst();
        // Then
        assertThat(button.customId()).hasSizeLessThanOrEqualTo(100);
        var read = Question.of(CustomId.parse(button.customId()).orElseThrow());
        assertThat(read.asked()).isEqualTo(NOON);
        assertThat(read.wish().payer()).isEqualTo(wish.payer());
        assertThat(read.wish().payee()).isEqualTo(wish.payee());
        assertThat(read.wish().coins()).isEqualTo(wish.coins());
        assertThat(read.wish().key()).isEqualTo(EventId.of(key + "/confirmed"));
    }

    @Test
    void question_ofAnotherId_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Question.of(CustomId.parse("economy:pay:yes:1").orElseThrow()))
                .withMessage("customId must have 6 arguments: economy:pay:yes:1");
    }
}
