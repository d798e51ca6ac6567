package dev.warren.memory.community;

import dev.warren.schemas.bot.OptionDescription.Choice;
import java.util.List;
import java.util.Locale;

/**
 * Something that can be chosen by its number.
 *
 * @param name what it is called
 */
public record Numbered(long id, String name) {
    /** As many as Discord shows. */
    private static final int MOST = 25;

    private static final int LONGEST = 100;

    /** Those in whose label what was typed stands. */
    public static List<Choice> choices(List<Numbered> all, String typed) {
        var wanted = typed.strip().toLowerCase(Locale.ROOT);
        return all.stream()
                .map(it -> new Choice(Texts.shortened(it.id() + ": " + it.name(), LONGEST), Long.toString(it.id())))
                .filter(choice -> choice.name().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST)
                .toList();
    }
}
