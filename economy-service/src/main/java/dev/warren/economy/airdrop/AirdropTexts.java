package dev.warren.economy.airdrop;

import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Coins;
import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Component.Button;
import dev.warren.schemas.bot.Component.Style;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What airdrops say. */
final class AirdropTexts {
    /** The name of the button's handler. */
    static final String HANDLER = "airdrop";

    /** How many claimants the board names. */
    static final int NAMED = 20;

    private static final String TITLE = "🪂 Airdrop";

    private AirdropTexts() {}

    /** The message with the button, for as long as it can be claimed. */
    static MessageBody open(Airdrop airdrop, List<UserId> first) {
        var offer = switch (airdrop.kind()) {
            case FIRST ->
                airdrop.places() == 1
                        ? "The first to claim gets all of it."
                        : "The first %s get %s each."
                                .formatted(Words.number(airdrop.places()), Words.coins(airdrop.share()));
            case EVEN -> "All who claim share it evenly, up to %s members.".formatted(Words.number(airdrop.places()));
        };
        var text = "%s drops **%s**. %s It ends %s."
                .formatted(
                        airdrop.giver().map(Words::member).orElse("A former member"),
                        Words.coins(airdrop.coins()),
                        offer,
                        Words.when(airdrop.endsAt()));
        var label = "Claim (%s of %s)".formatted(Words.number(airdrop.claims()), Words.number(airdrop.places()));
        return Words.body(TITLE, text + named(airdrop, first))
                .withRows(Component.Row.of(new Button(
                        CustomId.of(Service.ECONOMY, HANDLER, airdrop.id()).toString(),
                        label,
                        Style.SUCCESS,
                        Optional.empty(),
                        airdrop.isFull(),
                        AnswerKind.EPHEMERAL)));
    }

    /** The message when it is over, without a button. */
    static MessageBody over(Airdrop airdrop, List<UserId> first, Coins returned) {
        var got = airdrop.claims() == 0
                ? "Nobody claimed it."
                : "%s claimed it and got %s each."
                        .formatted(
                                airdrop.claims() == 1 ? "1 member" : Words.number(airdrop.claims()) + " members",
                                Words.coins(
                                        switch (airdrop.kind()) {
                                            case FIRST -> airdrop.share();
                                            case EVEN -> airdrop.evenShare();
                                        }));
        var rest = returned.isNone()
                ? ""
                : " %s went back to %s."
                        .formatted(
                                Words.coins(returned),
                                airdrop.giver().map(Words::member).orElse("the server"));
        return Words.body(
                TITLE,
                "The airdrop of %s by %s is over. %s%s%s"
                        .formatted(Words.coins(airdrop.coins()), giver(airdrop), got, rest, named(airdrop, first)));
    }

    private static String giver(Airdrop airdrop) {
        return airdrop.giver().map(Words::member).orElse("a former member");
    }

    private static String named(Airdrop airdrop, List<UserId> first) {
        if (first.isEmpty()) {
            return "";
        }
        var names = first.stream().map(Words::member).collect(Collectors.joining(", "));
        int more = airdrop.claims() - first.size();
        return "\n\n" + names + (more > 0 ? " and " + Words.number(more) + " more" : "");
    }

    static String granted(Airdrop airdrop, Airdrop.Claim.Granted granted) {
        return switch (airdrop.kind()) {
            case FIRST ->
                "You got **%s** from %s. You were number %s."
                        .formatted(Words.coins(granted.coins()), giver(airdrop), Words.number(granted.place()));
            case EVEN ->
                "You are number %s. The coins are shared %s."
                        .formatted(Words.number(granted.place()), Words.when(airdrop.endsAt()));
        };
    }
}
