package dev.warren.economy.richest;

import dev.warren.economy.desk.Pages;
import dev.warren.economy.desk.Words;
import dev.warren.economy.richest.Riches.Page;
import dev.warren.economy.richest.Riches.Place;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.UserId;
import java.util.stream.Collectors;

/** What {@code /richest} shows. */
final class RichestTexts {
    /** The name of the buttons' handler. */
    static final String HANDLER = "richest";

    private static final String TITLE = "Richest";

    private RichestTexts() {}

    static MessageBody of(Page page, UserId caller) {
        if (page.pages() == 0) {
            return Words.body(TITLE, "Nobody has a coin here yet. `/daily` gives the first ones.");
        }
        var lines = page.places().stream().map(RichestTexts::line).collect(Collectors.joining("\n"));
        var own = page.caller()
                .map(place -> "%s: place %s with %s"
                        .formatted(Words.member(caller), Words.number(place.place()), Words.coins(place.coins())))
                .orElse(Words.member(caller) + ": no coins yet");
        var card = Words.card(TITLE, lines + "\n\n" + own).withFooter(Pages.footer(page.number(), page.pages()));
        return Pages.turned(MessageBody.embed(card), HANDLER, page.number(), page.pages());
    }

    private static String line(Place place) {
        return "**%s.** %s · %s"
                .formatted(Words.number(place.place()), Words.member(place.member()), Words.coins(place.coins()));
    }
}
