package dev.warren.ai.prices;

import java.math.BigDecimal;
import java.util.Optional;

/** What came of asking for a price. */
public sealed interface Quote {
    /**
     * A price.
     *
     * @param coin as the service calls it
     * @param currency in lower case, such as {@code usd}
     * @param change in percent within 24 hours
     */
    record Known(String coin, String currency, BigDecimal price, Optional<BigDecimal> change) implements Quote {}

    /** The service knows no such coin or currency. */
    record Unknown(String coin, String currency) implements Quote {}

    /** No service is configured. */
    record Off() implements Quote {}

    /** The service did not answer, or not so that one could use it; {@code why} is what the member reads. */
    record Failed(String why) implements Quote {}
}
