package dev.warren.economy.purse;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Amounts;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.purse.Payments.Wish;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /pay member amount}. */
@ApplicationScoped
class PayCommand implements CommandHandler {
    private static final String MEMBER = "member";
    private static final String AMOUNT = "amount";

    private final Desk desk;
    private final Payments payments;

    PayCommand(Desk desk, Payments payments) {
        this.desk = desk;
        this.payments = payments;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("pay", "Gives coins from your wallet to another member")
                .module(EconomySettings.MODULE)
                .options(
                        option(MEMBER, "Who gets them", OptionType.USER).required(),
                        Amounts.option(AMOUNT, "How many coins, such as 250, 1k, half or all"))
                .example("pay @Ada 250")
                .aliases("tip", "give")
                .in("de", "zahlen", "Gibt einem Mitglied Münzen aus deiner Geldbörse")
                .in("es-ES", "pagar", "Da monedas de tu cartera a otro miembro")
                .in("es-419", "pagar", "Da monedas de tu cartera a otro miembro")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var named = call.required(MEMBER);
        var payer = call.member().id();
        var payee = named.asUser();
        if (payee.equals(payer)) {
            return Uni.createFrom()
                    .item(Outcome.refused("oneself", "You cannot pay yourself; `/deposit` puts coins aside."));
        }
        if (named.member().filter(Member::bot).isPresent()) {
            return Uni.createFrom().item(Outcome.refused("bot", "Bots have no use for coins; name a member."));
        }
        return desk.open(call, tx, List.of(payer, payee)).chain(book -> {
            var wallet = book.wallet(payer);
            var coins = Amounts.of(call.required(AMOUNT), wallet.coins());
            if (coins.isNone()) {
                return Uni.createFrom().item(Desk.nothing("your wallet"));
            }
            var wish = new Wish(payer, payee, coins, call.id());
            return payments.wasJustMade(call, tx, book, wish)
                    .chain(made -> made
                            ? Uni.createFrom().item(Outcome.message(Question.ask(wish, call.time())))
                            : payments.pay(call, tx, book, wish, Outcome::message));
        });
    }
}
