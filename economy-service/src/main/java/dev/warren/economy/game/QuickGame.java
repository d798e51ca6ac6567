package dev.warren.economy.game;

import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.desk.Words;
import dev.warren.economy.fair.Draws;
import dev.warren.economy.game.Game.Result;
import dev.warren.economy.game.Games.Played;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Games that are over at once. */
@ApplicationScoped
class QuickGame {
    private final Desk desk;
    private final Table table;
    private final Games games;

    QuickGame(Desk desk, Table table, Games games) {
        this.desk = desk;
        this.table = table;
        this.games = games;
    }

    Uni<Outcome> play(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Game game, String choice) {
        return table.bet(call, tx, bet -> {
            var draws = Draws.of(
                    bet.seeds().seed(), bet.seeds().memberSeed(), bet.seeds().nonce());
            var result = game.play(choice, bet.stake(), draws, GameSettings.edge(call.settings()));
            var played = Table.played(call, bet, game, choice, result.paid(), result.outcome());
            var occasion = Occasion.of(call);
            long taken = bet.stake().amount() - result.paid().amount();
            return desk.move(
                    call,
                    tx,
                    bet.book(),
                    Table.draft(occasion, bet.book(), played, taken),
                    () -> games.add(tx, played),
                    moved -> Outcome.message(said(
                                    played,
                                    result,
                                    Words.coins(
                                            moved.book().wallet(played.member()).coins())))
                            .emitting(Table.told(occasion, played, played.stake())));
        });
    }

    private static MessageBody said(Played played, Result result, String left) {
        var shown = switch (played.game()) {
            case COINFLIP ->
                result.byHouse()
                        ? "🪙 The coin stands on its edge: the house takes it."
                        : "🪙 It is **%s**.".formatted(result.outcome());
            case DICE ->
                result.byHouse()
                        ? "🎲 The die rolls off the table: the house takes it."
                        : "🎲 It shows **%s**.".formatted(result.outcome());
            case SLOTS ->
                result.byHouse()
                        ? "🎰 The reels jam: the house takes it."
                        : "🎰 **[ %s ]**".formatted(result.outcome());
            case BLACKJACK -> throw new IllegalArgumentException("blackjack is shown by its cards");
        };
        var on = played.choice().isEmpty() ? "" : " on " + played.choice();
        var ended = result.paid().isNone()
                ? "You lose **%s**.".formatted(Words.coins(played.stake()))
                : "You get **%s**.".formatted(Words.coins(result.paid()));
        var text = "%s\nYou bet %s%s. %s You have %s.".formatted(shown, Words.coins(played.stake()), on, ended, left);
        return MessageBody.embed(Words.card(title(played.game()), text).withFooter(Table.footer(played)));
    }

    private static String title(Game game) {
        return switch (game) {
            case COINFLIP -> "Coin flip";
            case DICE -> "Dice";
            case SLOTS -> "Slots";
            case BLACKJACK -> "Blackjack";
        };
    }
}
