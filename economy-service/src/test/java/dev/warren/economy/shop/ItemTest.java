package dev.warren.economy.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.warren.economy.ledger.Coins;
import dev.warren.economy.shop.Item.Sale;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.RoleId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final RoleId OWSLA = new RoleId(7);

    @Test
    void sale_ofWhatIsThere_costsThePriceOfAll() {
        assertThat(item(3, 2).sell(2, 0, List.of(), NOON)).isEqualTo(new Sale.Sold(new Coins(500)));
    }

    @Test
    void sale_thatCannotBe_saysWhy() {
        assertThat(item(3, 9).sell(4, 0, List.of(), NOON)).isEqualTo(new Sale.SoldOut(3));
        assertThat(item(3, 2).sell(1, 2, List.of(), NOON)).isEqualTo(new Sale.LimitReached(2, 0));
        assertThat(item(3, 2).sell(2, 1, List.of(), NOON)).isEqualTo(new Sale.LimitReached(2, 1));
        assertThat(item(3, 2).remove().sell(1, 0, List.of(), NOON)).isEqualTo(new Sale.Closed());
        assertThat(exclusive().sell(1, 0, List.of(), NOON)).isEqualTo(new Sale.RoleNeeded(OWSLA));
        assertThat(exclusive().sell(1, 0, List.of(OWSLA), NOON)).isEqualTo(new Sale.Sold(new Coins(1)));
        assertThat(exclusive().sell(1, 0, List.of(OWSLA), NOON.plusSeconds(60))).isEqualTo(new Sale.Closed());
    }

    @ParameterizedTest
    @CsvSource({"Golden carrot, golden  CARROT ", "Ｇｏｌｄ, gold", "Äpfel, äPFEL"})
    void key_ofNamesThatMeanTheSame_isTheSame(String one, String other) {
        assertThat(Item.key(one)).isEqualTo(Item.key(other));
    }

    @Test
    void item_thatBreaksARule_isRefusedInWords() {
        assertThatThrownBy(() -> item(-1, 1)).hasMessage("stock must not be negative: -1");
        assertThatThrownBy(() -> item(1, 0)).hasMessage("limit must be at least 1: 0");
        assertThatThrownBy(() -> item(1, 1).stocked(-2)).hasMessage("stock must not be negative: -1");
        assertThatThrownBy(() -> item(" ", 1)).hasMessage("name must have 1 to 60 characters: ");
        assertThatThrownBy(() -> item("free", 0)).hasMessage("price must be at least 1: 0");
    }

    @ParameterizedTest
    @CsvSource({"50, 99, 3, 148", "100, 7, 1, 7", "0, 99, 9, 0", "33, 1000000000000, 1000, 330000000000000"})
    void resale_ofItems_isRoundedDown(String percent, long price, long quantity, long coins) {
        var held = new GuildSettings(1, Map.of("economy.resale", percent), Map.of());
        assertThat(ShopSettings.resale(held, new Coins(price), quantity)).isEqualTo(new Coins(coins));
    }

    private static Item item(long stock, long limit) {
        return new Item(
                1,
                new GuildId(5),
                "Golden carrot",
                "",
                new Coins(250),
                Optional.of(stock),
                Optional.of(limit),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Item item(String name, long price) {
        return new Item(
                1,
                new GuildId(5),
                name,
                "",
                new Coins(price),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private static Item exclusive() {
        return new Item(
                1,
                new GuildId(5),
                "Badge",
                "",
                new Coins(1),
                Optional.empty(),
                Optional.empty(),
                Optional.of(OWSLA),
                Optional.empty(),
                Optional.empty(),
                Optional.of(NOON.plusSeconds(60)),
                false);
    }
}
