package dev.warren.ai.prices;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** Settings under {@code warren.ai.prices.}. Without an address prices are off, and say so. */
@ConfigMapping(prefix = "warren.ai.prices")
public interface PriceConfig {
    /** Where {@code /simple/price?ids=…&vs_currencies=…} is answered as CoinGecko does, such as {@code https://api.coingecko.com/api/v3}. */
    Optional<URI> url();

    /** Sent as {@code x-cg-demo-api-key}. */
    Optional<String> key();

    /** How long the service may take. */
    @WithDefault("4s")
    Duration patience();
}
