package dev.warren.economy.desk;

import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.topics.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Buttons that turn pages. */
public final class Pages {
    private static final String BACK = "back";
    private static final String ON = "on";

    private Pages() {}

    /** @param number counted from 0 */
    public static String footer(int number, int pages) {
        return "Page %s of %s".formatted(Words.number(number + 1L), Words.number(pages));
    }

    /**
     * The message with its buttons; without where there is one page.
     *
     * @param number counted from 0
     * @param further arguments for the custom ids
     */
    public static MessageBody turned(MessageBody body, String handler, int number, int pages, Object... further) {
        return pages < 2
                ? body
                : body.withRows(Component.Row.of(
                        button("◀", handler, BACK, number - 1, number == 0, further),
                        button("▶", handler, ON, number + 1, number + 1 >= pages, further)));
    }

    private static Button button(
            String label, String handler, String word, int page, boolean disabled, Object... further) {
        // Discord wants different ids in one message, hence the word
        var arguments = new ArrayList<Object>(List.of(word, Math.max(0, page)));
        arguments.addAll(List.of(further));
        return new Button(
                CustomId.of(Service.ECONOMY, handler, arguments.toArray()).toString(),
                label,
                Style.SECONDARY,
                Optional.empty(),
                disabled,
                AnswerKind.UPDATE);
    }

    /**
     * The page that a button leads to, counted from 0.
     *
     * @throws IllegalArgumentException when the id names none
     */
    public static int asked(CustomId id) {
        return (int) Math.clamp(number(id, 1), 0, Integer.MAX_VALUE);
    }

    /** @throws IllegalArgumentException when there is no number at that place */
    public static long number(CustomId id, int place) {
        return id.argument(place)
                .filter(text -> text.matches("\\d{1,18}|[1-8]\\d{18}"))
                .map(Long::parseLong)
                .orElseThrow(() -> new IllegalArgumentException("customId must have a number at " + place + ": " + id));
    }
}
