package dev.warren.ai.prices;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.ai.web.Configs;
import dev.warren.ai.web.Http;
import dev.warren.ai.web.Scripted;
import dev.warren.ai.web.Scripted.Reply;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PricesTest {
    private static String ask(Map<String, String> settings, String coin, String currency) {
        return Prices.said(new Prices(new Http(), Configs.of(PriceConfig.class, settings))
                .of(coin, currency)
                .await()
                .atMost(Duration.ofSeconds(10)));
    }

    @Test
    void price_ofACoinBySymbol_isToldWithItsChange() {
        try (var server =
                new Scripted(Reply.of(200, "{\"bitcoin\": {\"eur\": 88000.50, \"eur_24h_change\": -1.239}}"))) {
            assertThat(ask(Map.of("warren.ai.prices.url", server.url()), "BTC", "EUR"))
                    .isEqualTo("**bitcoin** costs **88000.5 EUR** (-1.24% in 24 hours).");
            assertThat(server.asked().getFirst().query())
                    .isEqualTo("ids=bitcoin&vs_currencies=eur&include_24hr_change=true");
        }
    }

    @Test
    void price_thatNobodyKnows_isSaidSo() {
        try (var server = new Scripted(Reply.of(200, "{}"))) {
            var settings = Map.of("warren.ai.prices.url", server.url());
            assertThat(ask(settings, "carrot", "usd")).startsWith("I know no price of `carrot` in `usd`.");
            assertThat(ask(settings, "../admin?x=", "usd")).startsWith("I know no price of");
            assertThat(server.asked()).hasSize(1);
            server.say(Reply.of(429, ""));
            assertThat(ask(settings, "btc", "usd")).startsWith("The price service has had too many questions");
        }
    }

    @Test
    void price_withNothingConfigured_isOff() {
        assertThat(ask(Map.of(), "btc", "usd")).isEqualTo(Prices.OFF);
    }
}
