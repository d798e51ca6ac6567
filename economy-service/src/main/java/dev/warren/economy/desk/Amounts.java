package dev.warren.economy.desk;

import dev.warren.economy.ledger.Coins;
import dev.warren.runtime.commands.Option;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;

/** Amounts as the gateway hands them over: decimal, or {@code all} or {@code half}; it has read {@code 1k}, {@code 1,000} and the like. */
public final class Amounts {
    /** The most that one command moves. */
    public static final long MOST = 1_000_000_000_000L;

    private Amounts() {}

    /** An option for an amount, required. */
    public static Option option(String name, String description) {
        return Option.option(name, description, OptionType.AMOUNT).required().between(1, MOST);
    }

    /** What is meant, where so much is there; {@code half} of an odd number is rounded down, so it may be nothing. */
    public static Coins of(OptionValue value, Coins there) {
        return switch (value.value()) {
            case "all" -> there;
            case "half" -> there.half();
            case String digits -> new Coins(Long.parseLong(digits));
        };
    }
}
