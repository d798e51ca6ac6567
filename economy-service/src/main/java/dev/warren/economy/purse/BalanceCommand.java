package dev.warren.economy.purse;

import static dev.warren.runtime.commands.Option.option;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.ledger.Ledger.Holdings;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Member;
import dev.warren.schemas.discord.OptionType;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /balance [member]}: what is in wallet and bank. */
@ApplicationScoped
class BalanceCommand implements CommandHandler {
    private static final String MEMBER = "member";

    private final Ledger ledger;

    BalanceCommand(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("balance", "Shows the coins of a member")
                .module(EconomySettings.MODULE)
                .options(option(MEMBER, "Whose coins; yours if you name nobody", OptionType.USER))
                .example("balance @Ada")
                .aliases("bal", "coins", "wallet")
                .in("de", "guthaben", "Zeigt die Münzen eines Mitglieds")
                .in("es-ES", "saldo", "Muestra las monedas de un miembro")
                .in("es-419", "saldo", "Muestra las monedas de un miembro")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        var named = call.option(MEMBER);
        if (named.flatMap(OptionValue::member).filter(Member::bot).isPresent()) {
            return Uni.createFrom().item(Outcome.refused("bot", "Bots have no coins."));
        }
        var member = named.map(OptionValue::asUser).orElse(call.member().id());
        return ledger.holdings(tx, Desk.guild(call), member).map(found -> Outcome.message(body(member, found)));
    }

    private static MessageBody body(UserId member, Optional<Holdings> found) {
        var wallet = found.map(Holdings::wallet).orElse(Coins.NONE);
        var bank = found.map(Holdings::bank).orElse(Coins.NONE);
        var frozen = found.filter(held -> held.holder().frozen()).isPresent() ? "\nThese coins are frozen." : "";
        return Words.body(
                "Balance",
                "%s has **%s**\nWallet: %s\nBank: %s%s"
                        .formatted(
                                Words.member(member),
                                Words.coins(wallet.amount() + bank.amount()),
                                Words.coins(wallet),
                                Words.coins(bank),
                                frozen));
    }
}
