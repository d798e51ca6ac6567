package dev.warren.economy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.economy.ledger.Coins;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
    @ParameterizedTest
    @CsvSource({"250, 7, 250", "all, 7, 7", "half, 7, 3", "half, 1, 0", "all, 0, 0"})
    void amount_asTheGatewayHandsItOver_isWhatIsMeant(String value, long there, long meant) {
        assertThat(Amounts.of(new OptionValue(OptionType.AMOUNT, value, Optional.empty()), new Coins(there)))
                .isEqualTo(new Coins(meant));
    }

    @Test
    void coins_inWords_haveThousandsApart() {
        assertThat(Words.coins(new Coins(1_234_567))).isEqualTo("1,234,567 coins");
        assertThat(Words.coins(1)).isEqualTo("1 coin");
        assertThat(Words.change(5)).isEqualTo("+5");
    }
}
