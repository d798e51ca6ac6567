package dev.warren.economy.game;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.game.Games.Played;
import dev.warren.economy.ledger.Coins;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /blackjack bet}: deals a hand, or shows the one that is not over. */
@ApplicationScoped
class BlackjackCommand implements CommandHandler {
    private final Desk desk;
    private final Table table;
    private final Games games;
    private final Hands hands;

    BlackjackCommand(Desk desk, Table table, Games games, Hands hands) {
        this.desk = desk;
        this.table = table;
        this.games = games;
        this.hands = hands;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("blackjack", "Bets coins on a hand of blackjack, played by buttons")
                .module(EconomySettings.MODULE)
                .options(Table.bet())
                .example("blackjack 100")
                .aliases("bj")
                .in("de", "blackjack", "Setzt Münzen auf eine Hand Blackjack, gespielt mit Knöpfen")
                .in("es-ES", "blackjack", "Apuesta monedas a una mano de blackjack, jugada con botones")
                .in("es-419", "blackjack", "Apuesta monedas a una mano de blackjack, jugada con botones")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var member = call.member().id();
        // the lock first: who asks twice at once gets one hand
        return desk.open(call, tx, List.of(member))
                .chain(book -> games.open(tx, book.guild(), member))
                .chain(open -> open.map(BlackjackCommand::again)
                        .orElseGet(() -> table.bet(call, tx, bet -> {
                            var dealt = Table.played(call, bet, Game.BLACKJACK, "", Coins.NONE, "");
                            return hands.deal(call, tx, bet.book(), dealt.moved(""));
                        })));
    }

    private static Uni<Outcome> again(Played open) {
        return Uni.createFrom().item(Outcome.message(HandTexts.of(open)));
    }
}
