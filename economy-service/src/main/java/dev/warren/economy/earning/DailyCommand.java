package dev.warren.economy.earning;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Words;
import dev.warren.economy.earning.Daily.Claim;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.economy.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /daily}: coins once in 24 hours, more of them for days in a row. */
@ApplicationScoped
class DailyCommand implements CommandHandler {
    private final Desk desk;
    private final Earnings earnings;

    DailyCommand(Desk desk, Earnings earnings) {
        this.desk = desk;
        this.earnings = earnings;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("daily", "Claims your daily coins; days in a row earn more")
                .module(EconomySettings.MODULE)
                .in("de", "täglich", "Holt deine täglichen Münzen; Tage in Folge bringen mehr")
                .in("es-ES", "diario", "Recoge tus monedas diarias; los días seguidos dan más")
                .in("es-419", "diario", "Recoge tus monedas diarias; los días seguidos dan más")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var member = call.member().id();
        return desk.open(call, tx, List.of(member))
                .chain(book -> book.holder(member).frozen()
                        ? Uni.createFrom().item(Desk.frozen(true))
                        : earnings.find(tx, book.guild(), member).chain(known -> claim(call, tx, book, known.daily())));
    }

    private Uni<Outcome> claim(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Book book, Daily daily) {
        return switch (daily.claim(call.time(), call.settings().timezone())) {
            case Claim.TooEarly(var opensAt) ->
                Uni.createFrom()
                        .item(Outcome.refused(
                                "too-early", "You have had today's coins; the next come " + Words.when(opensAt) + "."));
            case Claim.Granted(var after) -> granted(call, tx, book, after);
        };
    }

    private Uni<Outcome> granted(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Book book, Daily after) {
        var member = call.member().id();
        var coins = new Coins(EconomySettings.daily(call.settings(), after.streak()));
        if (coins.isNone()) {
            return Uni.createFrom().item(Outcome.refused("no-daily", "There are no daily coins in this server."));
        }
        var wallet = book.wallet(member).id();
        var draft =
                Draft.transfer(call.id(), Cause.DAILY, call.time(), book.mint().id(), wallet, coins);
        return desk.move(
                call,
                tx,
                book,
                draft,
                () -> earnings.claimed(tx, book.guild(), member, call.time(), after.streak()),
                moved -> Outcome.message(MessageBody.text("**+%s**%s. You have %s in your wallet."
                        .formatted(
                                Words.coins(coins),
                                after.streak() == 1 ? "" : ", on the %s day in a row".formatted(nth(after.streak())),
                                Words.coins(moved.book().wallet(member).coins())))));
    }

    private static String nth(int number) {
        var ending = number % 100 >= 11 && number % 100 <= 13
                ? "th"
                : switch (number % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return Words.number(number) + ending;
    }
}
