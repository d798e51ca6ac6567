package dev.warren.economy.shop;

import dev.warren.economy.desk.Pages;
import dev.warren.economy.desk.Spans;
import dev.warren.economy.desk.Words;
import dev.warren.economy.shop.Items.Owned;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What shops and inventories show. */
final class ShopTexts {
    /** The names of the buttons' handlers. */
    static final String SHOP = "shop";

    static final String INVENTORY = "inventory";

    private static final int MOST = 4_096;

    private ShopTexts() {}

    /** @param number counted from 0 */
    static MessageBody shop(List<Item> items, int number, int pages, Instant now) {
        if (items.isEmpty()) {
            return Words.body("Shop", "Nothing is sold here yet. Whoever manages this server can `/shop add` items.");
        }
        var lines = items.stream().map(item -> line(item, now)).collect(Collectors.joining("\n"));
        var card = Words.card("Shop", clipped(lines)).withFooter(Pages.footer(number, pages) + " · /buy what you like");
        return Pages.turned(MessageBody.embed(card), SHOP, number, pages);
    }

    /** A card holds 4,096 characters. */
    private static String clipped(String text) {
        return text.length() <= MOST ? text : text.substring(0, MOST - 1) + "…";
    }

    static String line(Item item, Instant now) {
        var notes = new ArrayList<String>();
        item.stock().ifPresent(left -> notes.add(left == 0 ? "sold out" : Words.number(left) + " left"));
        item.limit().ifPresent(most -> notes.add(Words.number(most) + " for each member"));
        item.requires().ifPresent(role -> notes.add("for <@&" + role + ">"));
        item.gives()
                .ifPresent(role -> notes.add("gives <@&" + role + ">"
                        + item.lasts().map(lasts -> " for " + Spans.say(lasts)).orElse("")));
        item.closesAt()
                .ifPresent(end -> notes.add(now.isBefore(end) ? "until " + Words.when(end) : "not sold any more"));
        return "**%s** · %s%s%s"
                .formatted(
                        item.name(),
                        Words.coins(item.price()),
                        notes.isEmpty() ? "" : " · " + String.join(", ", notes),
                        item.description().isEmpty() ? "" : "\n" + item.description());
    }

    /** @param number counted from 0 */
    static MessageBody inventory(UserId member, List<Owned> owned, int number, int size) {
        if (owned.isEmpty()) {
            return Words.body("Inventory", Words.member(member) + " has no items yet. `/shop` shows what there is.");
        }
        int pages = (int) ((owned.getFirst().kinds() + size - 1) / size);
        var lines = owned.stream()
                .map(one -> "%s × **%s**%s"
                        .formatted(
                                Words.number(one.quantity()),
                                one.item().name(),
                                one.item().description().isEmpty()
                                        ? ""
                                        : " · " + one.item().description()))
                .collect(Collectors.joining("\n"));
        var card = Words.card("Inventory", clipped(Words.member(member) + "\n" + lines))
                .withFooter(Pages.footer(number, pages));
        return Pages.turned(MessageBody.embed(card), INVENTORY, number, pages, member.value());
    }
}
