package dev.warren.ai.prices;

import com.fasterxml.jackson.databind.JsonNode;
import dev.warren.ai.web.Http;
import dev.warren.ai.web.Json;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What crypto currencies cost, by a configured service of CoinGecko's protocol. */
@ApplicationScoped
public class Prices {
    /** What members read where none is configured. */
    public static final String OFF = "Prices are not set up here. Whoever runs the bot can name a service for them.";

    private static final int MOST_BYTES = 65_536;
    private static final int CHANGE_PLACES = 2;

    /** The usual symbols; anything else is taken for the service's own id of a coin. */
    private static final Map<String, String> COINS = Map.ofEntries(
            Map.entry("btc", "bitcoin"),
            Map.entry("eth", "ethereum"),
            Map.entry("sol", "solana"),
            Map.entry("xrp", "ripple"),
            Map.entry("ada", "cardano"),
            Map.entry("doge", "dogecoin"),
            Map.entry("dot", "polkadot"),
            Map.entry("ltc", "litecoin"),
            Map.entry("bch", "bitcoin-cash"),
            Map.entry("bnb", "binancecoin"),
            Map.entry("avax", "avalanche-2"),
            Map.entry("link", "chainlink"),
            Map.entry("trx", "tron"),
            Map.entry("xlm", "stellar"),
            Map.entry("xmr", "monero"),
            Map.entry("atom", "cosmos"),
            Map.entry("usdt", "tether"),
            Map.entry("usdc", "usd-coin"),
            Map.entry("ton", "the-open-network"),
            Map.entry("shib", "shiba-inu"));

    private final Http http;
    private final PriceConfig config;

    Prices(Http http, PriceConfig config) {
        this.http = http;
        this.config = config;
    }

    /** Names and symbols of coins that are known without asking. */
    public static Map<String, String> coins() {
        return COINS;
    }

    /**
     * What a coin costs now.
     *
     * @param coin a symbol or the service's id, such as {@code btc} or {@code bitcoin}
     * @param currency such as {@code usd}
     */
    public Uni<Quote> of(String coin, String currency) {
        var id = coin.strip().toLowerCase(Locale.ROOT).replace(' ', '-');
        var known = COINS.getOrDefault(id, id);
        var in = currency.strip().toLowerCase(Locale.ROOT);
        if (config.url().isEmpty()) {
            return Uni.createFrom().item(new Quote.Off());
        }
        if (!known.matches("[a-z0-9-]{1,64}") || !in.matches("[a-z]{2,8}")) {
            return Uni.createFrom().item(new Quote.Unknown(coin, currency));
        }
        var base = config.url().get().toString().replaceFirst("/+$", "");
        var request = HttpRequest.newBuilder(URI.create(
                        "%s/simple/price?ids=%s&vs_currencies=%s&include_24hr_change=true".formatted(base, known, in)))
                .header("accept", "application/json")
                .GET();
        config.key().ifPresent(key -> request.header("x-cg-demo-api-key", key));
        return http.ask(request, config.patience(), MOST_BYTES).map(answer -> switch (answer) {
            case Http.Answer.Fine fine -> read(Json.read(fine.body()), known, in);
            case Http.Answer.Status(int status, var _, var _)
            when status == 429 ->
                new Quote.Failed("The price service has had too many questions for now. Please try again later.");
            case Http.Answer.Status(int status, var _, var _) ->
                new Quote.Failed("The price service refused (%d).".formatted(status));
            case Http.Answer.TooLarge _ -> new Quote.Failed("The price service answered with too much.");
            case Http.Answer.NotInTime(var patience) ->
                new Quote.Failed("The price service did not answer within %d s.".formatted(patience.toSeconds()));
            case Http.Answer.Unreachable _ -> new Quote.Failed("The price service cannot be reached.");
        });
    }

    private static Quote read(JsonNode all, String coin, String currency) {
        if (!all.isObject()) {
            return new Quote.Failed("The price service's answer cannot be read.");
        }
        var price = all.path(coin).path(currency);
        var change = all.path(coin).path(currency + "_24h_change");
        return price.isNumber()
                ? new Quote.Known(
                        coin,
                        currency,
                        new BigDecimal(price.asText()),
                        Optional.of(change)
                                .filter(JsonNode::isNumber)
                                .map(node ->
                                        new BigDecimal(node.asText()).setScale(CHANGE_PLACES, RoundingMode.HALF_UP)))
                : new Quote.Unknown(coin, currency);
    }

    /** A quote as it is said. */
    public static String said(Quote quote) {
        return switch (quote) {
            case Quote.Known known ->
                "**%s** costs **%s %s**%s."
                        .formatted(
                                known.coin(),
                                known.price().stripTrailingZeros().toPlainString(),
                                known.currency().toUpperCase(Locale.ROOT),
                                known.change()
                                        .map(change -> " (%s%% in 24 hours)"
                                                .formatted(change.signum() > 0 ? "+" + change : change.toString()))
                                        .orElse(""));
            case Quote.Unknown(var coin, var currency) ->
                "I know no price of `%s` in `%s`. Try a name such as `bitcoin`, and a currency such as `usd`."
                        .formatted(coin.replace('`', '\''), currency.replace('`', '\''));
            case Quote.Off _ -> OFF;
            case Quote.Failed(var why) -> why;
        };
    }
}
