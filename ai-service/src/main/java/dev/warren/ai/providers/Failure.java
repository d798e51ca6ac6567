package dev.warren.ai.providers;

/** Why a call to a provider failed. */
public enum Failure {
    /** The provider is out of order, or nearly: 5xx, no connection, a cut stream, nonsense, silence. */
    BROKEN(true),
    /** 429: later. */
    RATE_LIMITED(true),
    /** 401 or 403: the key is not accepted; only an operator can help. */
    KEY_REFUSED(false),
    /** The prompt does not fit the model. */
    TOO_LONG(false),
    /** The model does not know tools. */
    NO_TOOLS(false),
    /** The provider's filter refused the content. */
    FILTERED(false),
    /** Any other request that the provider does not accept. */
    INVALID(false);

    private final boolean passing;

    Failure(boolean passing) {
        this.passing = passing;
    }

    /** Whether the same call may succeed a little later; these count for the breaker. */
    public boolean isPassing() {
        return passing;
    }
}
