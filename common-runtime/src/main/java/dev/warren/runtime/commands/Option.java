package dev.warren.runtime.commands;

import dev.warren.schemas.bot.OptionDescription;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.OptionType;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An option under description: {@code option("amount", "How many coins", AMOUNT).required().between(1, 1_000)}. */
public record Option(OptionDescription described) {
    /** Begins an option that may be left out. */
    public static Option option(String name, String description, OptionType type) {
        return new Option(new OptionDescription(
                name, description, type, false, Optional.empty(), Optional.empty(), List.of(), false, false, Map.of()));
    }

    public Option required() {
        var it = described;
        return new Option(new OptionDescription(
                it.name(),
                it.description(),
                it.type(),
                true,
                it.minimum(),
                it.maximum(),
                it.choices(),
                it.autocomplete(),
                it.rest(),
                it.translations()));
    }

    /** Bounds of a number or an amount, or of a text's length; both inclusive. */
    public Option between(long minimum, long maximum) {
        var it = described;
        return new Option(new OptionDescription(
                it.name(),
                it.description(),
                it.type(),
                it.required(),
                Optional.of(minimum),
                Optional.of(maximum),
                it.choices(),
                it.autocomplete(),
                it.rest(),
                it.translations()));
    }

    /** One of these, written and shown alike. */
    public Option choices(String... values) {
        var it = described;
        return new Option(new OptionDescription(
                it.name(),
                it.description(),
                it.type(),
                it.required(),
                it.minimum(),
                it.maximum(),
                Arrays.stream(values).map(value -> new Choice(value, value)).toList(),
                false,
                it.rest(),
                it.translations()));
    }

    /** The service completes it: there is a {@link CompletionHandler} for the command. */
    public Option completed() {
        var it = described;
        return new Option(new OptionDescription(
                it.name(),
                it.description(),
                it.type(),
                it.required(),
                it.minimum(),
                it.maximum(),
                List.of(),
                true,
                it.rest(),
                it.translations()));
    }

    /** For prefix: it takes all words that are left. Only the last option may. */
    public Option rest() {
        var it = described;
        return new Option(new OptionDescription(
                it.name(),
                it.description(),
                it.type(),
                it.required(),
                it.minimum(),
                it.maximum(),
                it.choices(),
                it.autocomplete(),
                true,
                it.translations()));
    }

    static List<OptionDescription> build(Option... options) {
        return Arrays.stream(options).map(Option::described).toList();
    }
}
