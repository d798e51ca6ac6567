package dev.warren.economy.earning;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Words;
import dev.warren.economy.earning.Daily.Claim;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.members.Timezones;
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
import java.time.ZoneId;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /daily}: coins once in 24 hours, more of them for days in a row. */
@ApplicationScoped
class DailyCommand implements CommandHandler {
    private final Payouts payouts;
    private final Earnings earnings;
    private final Timezones timezones;

    DailyCommand(Payouts payouts, Earnings earnings, Timezones timezones) {
        this.payouts = payouts;
        this.earnings = earnings;
        this.timezones = timezones;
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
        return payouts.ask(
                call,
                tx,
                (book, known) -> timezones
                        .of(tx, call.member().id())
                        .chain(own -> claim(
                                call,
                                tx,
                                book,
                                known.daily(),
                                own.orElse(call.settings().timezone()))));
    }

    private Uni<Outcome> claim(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, Book book, Daily daily, ZoneId zone) {
        return switch (daily.claim(call.time(), zone)) {
            case Claim.TooEarly(var opensAt) ->
                Uni.createFrom()
                        .item(Outcome.refused(
                                "too-early", "You have had today's coins; the next come " + Words.when(opensAt) + "."));
            case Claim.Granted(var after) -> granted(call, tx, book, after.streak());
        };
    }

    private Uni<Outcome> granted(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Book book, int streak) {
        var coins = new Coins(EconomySettings.daily(call.settings(), streak));
        if (coins.isNone()) {
            return Uni.createFrom().item(Outcome.refused("no-daily", "There are no daily coins in this server."));
        }
        return payouts.pay(
                call,
                tx,
                book,
                Cause.DAILY,
                coins,
                () -> earnings.claimed(tx, book.guild(), call.member().id(), call.time(), streak),
                has -> Outcome.message(MessageBody.text("**+%s**%s. You have %s in your wallet."
                        .formatted(
                                Words.coins(coins),
                                streak == 1 ? "" : ", on the %s day in a row".formatted(nth(streak)),
                                Words.coins(has)))));
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
