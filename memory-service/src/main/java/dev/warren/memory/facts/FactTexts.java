package dev.warren.memory.facts;

import dev.warren.memory.facts.Fact.Origin;
import dev.warren.memory.facts.FactBook.Found;
import dev.warren.memory.facts.FactBook.Remembered;
import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Item;
import dev.warren.schemas.bot.Component.Row;
import dev.warren.schemas.bot.Component.Select;
import dev.warren.schemas.bot.Component.SelectKind;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is said about facts. */
final class FactTexts {
    private static final int COLOR = 0x57F287;
    /** So that as many as may be listed fit into an embed. */
    private static final int LISTED = 90;

    private static final int LABEL = 100;

    private FactTexts() {}

    static String remembered(Remembered remembered) {
        return switch (remembered) {
            case Remembered.Noted(var fact, var replaced) ->
                "I'll remember that as " + number(fact) + "."
                        + (replaced.isEmpty()
                                ? ""
                                : " It takes the place of:\n"
                                        + replaced.stream().map(FactTexts::line).collect(Collectors.joining("\n")));
            case Remembered.Outdated(var fact) ->
                "I have noted that as " + number(fact) + ", but know something newer on it, which stays.";
            case Remembered.Before(var fact) -> "I remember that already, as " + number(fact) + ".";
            case Remembered.Unwanted _ -> "You want nothing kept of what you say.";
            case Remembered.Full(var most) ->
                "I remember %,d things about you, and that is as many as I may. `/forget` makes room.".formatted(most);
        };
    }

    private static String number(Fact fact) {
        return "`#" + fact.number() + "`";
    }

    private static String line(Fact fact) {
        return number(fact) + " " + cut(fact.text(), LISTED);
    }

    static MessageBody found(List<Found> found) {
        return found.isEmpty()
                ? MessageBody.text("I remember nothing about that. `/remember` tells me something.")
                : list(
                        "What I remember about that",
                        found.stream().map(Found::fact).toList(),
                        FactText.LONGEST);
    }

    static MessageBody newest(List<Fact> facts) {
        return facts.isEmpty()
                ? MessageBody.text("I remember nothing about you. `/remember` tells me something.")
                : list("What I remember about you, the newest first", facts, LISTED);
    }

    private static MessageBody list(String title, List<Fact> facts, int longest) {
        var lines = facts.stream()
                .map(fact -> number(fact) + " " + cut(fact.text(), longest) + "\n-# "
                        + (fact.origin() == Origin.PROPOSED ? "from a conversation" : "told")
                        + ", since <t:" + fact.from().getEpochSecond() + ":D>")
                .collect(Collectors.joining("\n"));
        return MessageBody.embed(Embed.of(title, lines).withColor(COLOR));
    }

    /** What could be forgotten, to choose from. */
    static MessageBody choice(UserId member, List<Fact> facts, long all, boolean searched) {
        if (all == 0) {
            return MessageBody.text("I remember nothing about you.");
        }
        var everything = new Button(
                id(ForgetAll.HANDLER, ForgetAll.ASK, member),
                "Everything (" + all + ")",
                Style.DANGER,
                Optional.empty(),
                false,
                AnswerKind.UPDATE);
        if (facts.isEmpty()) {
            return MessageBody.text("I remember nothing like that.").withRows(Row.of(everything));
        }
        var items = facts.stream()
                .map(fact -> new Item(
                        cut("#" + fact.number() + " " + fact.text(), LABEL),
                        Integer.toString(fact.number()),
                        Optional.empty(),
                        false))
                .toList();
        var select = new Select(
                id(ForgetPick.HANDLER, member),
                SelectKind.TEXT,
                "What shall I forget?",
                1,
                items.size(),
                items,
                AnswerKind.UPDATE);
        var which = searched
                ? "This is what comes nearest. Choose what I shall forget."
                : all > facts.size()
                        ? "These are the newest of " + all + ". Words after `/forget` find others."
                        : "Choose what I shall forget.";
        return MessageBody.text(which).withRows(Row.of(select), Row.of(everything));
    }

    /** The question before everything is forgotten. */
    static MessageBody sure(UserId member, long all) {
        return MessageBody.text(
                        "Shall I forget " + things(all) + " that I remember about you? This cannot be taken back.")
                .withRows(Row.of(
                        button(ForgetAll.DO, member, "Forget everything", Style.DANGER),
                        button(ForgetAll.KEEP, member, "Keep it", Style.SECONDARY)));
    }

    private static Component button(String what, UserId member, String label, Style style) {
        return new Button(
                id(ForgetAll.HANDLER, what, member), label, style, Optional.empty(), false, AnswerKind.UPDATE);
    }

    static String forgotten(Collection<Integer> numbers) {
        return "Forgotten: "
                + numbers.stream().sorted().map(number -> "`#" + number + "`").collect(Collectors.joining(", ")) + ".";
    }

    static String forgottenAll(long count) {
        return count == 0 ? "There was nothing left to forget." : "I have forgotten " + things(count) + " about you.";
    }

    private static String things(long count) {
        return count == 1 ? "the one thing" : "all %,d things".formatted(count);
    }

    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return text.substring(0, end) + "…";
    }

    private static String id(String handler, Object... arguments) {
        return CustomId.of(Service.MEMORY, handler, arguments).toString();
    }
}
