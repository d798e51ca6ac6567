package dev.warren.gateway.outbound;

/** The right to answer one interaction, good for 15 minutes. It never stands in a record or a log. */
public record InteractionToken(String value) {
    public InteractionToken {
        if (value.isBlank()) {
            throw new IllegalArgumentException("token must not be blank");
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
