package dev.warren.economy.purse;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.purse.Payments.Wish;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons under the question whether a payment is meant a second time. However often they are pressed, it is made once. */
@ApplicationScoped
class PayButtons implements ComponentHandler {
    private final EconomyConfig config;
    private final Ledger ledger;
    private final Desk desk;
    private final Payments payments;

    PayButtons(EconomyConfig config, Ledger ledger, Desk desk, Payments payments) {
        this.config = config;
        this.ledger = ledger;
        this.desk = desk;
        this.payments = payments;
    }

    @Override
    public String name() {
        return Question.HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var question = Question.of(id);
        var wish = question.wish();
        if (!wish.payer().equals(call.member().id())) {
            return Uni.createFrom()
                    .item(Outcome.refused("not-yours", "That question is for the member who wants to pay."));
        }
        if (id.argument(0).filter(Question.YES::equals).isEmpty()) {
            return Uni.createFrom().item(Outcome.update(MessageBody.text("Not paid.")));
        }
        if (question.asked().plus(config.questionStands()).isBefore(call.time())) {
            return Uni.createFrom().item(Outcome.refused("too-late", "That was a while ago. Please use `/pay` again."));
        }
        return pay(call, tx, wish);
    }

    private Uni<Outcome> pay(Call<ComponentUsed> call, Mutiny.StatelessSession tx, Wish wish) {
        return desk.open(call, tx, List.of(wish.payer(), wish.payee()))
                .chain(book -> ledger.known(tx, List.of(wish.key()))
                        .chain(known -> known.isEmpty()
                                ? payments.pay(call, tx, book, wish, Outcome::update)
                                : Uni.createFrom().item(Outcome.refused("paid-already", "That was paid already."))));
    }
}
