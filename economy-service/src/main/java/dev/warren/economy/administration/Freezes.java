package dev.warren.economy.administration;

import dev.warren.economy.desk.AuditTrail;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.ledger.Leg;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps members from moving coins, and lets them again. That is a decision like any other, so it has a number in the ledger. */
@ApplicationScoped
class Freezes {
    private final Ledger ledger;
    private final Desk desk;

    Freezes(Ledger ledger, Desk desk) {
        this.ledger = ledger;
        this.desk = desk;
    }

    Uni<Outcome> freeze(Call<CommandInvoked> call, Mutiny.StatelessSession tx, boolean frozen) {
        var member = call.required(EconomyCommand.MEMBER).asUser();
        return desk.open(call, tx, List.of(member))
                .chain(book -> book.holder(member).frozen() == frozen
                        ? Uni.createFrom()
                                .item(Outcome.ephemeral(
                                        MessageBody.text("The coins of %s are %s already; nothing has changed."
                                                .formatted(Words.member(member), frozen ? "frozen" : "not frozen"))))
                        : desk.move(
                                call,
                                tx,
                                book,
                                draft(call, book, member, frozen),
                                () -> ledger.freeze(tx, book, member, frozen).replaceWithVoid(),
                                moved -> said(
                                        call,
                                        member,
                                        frozen,
                                        moved.transaction().number())));
    }

    private static Draft draft(Call<?> call, Book book, UserId member, boolean frozen) {
        return new Draft(
                call.id(),
                frozen ? Cause.FREEZE : Cause.THAW,
                call.time(),
                Optional.empty(),
                List.of(
                        new Leg(book.wallet(member).id(), 0),
                        new Leg(book.bank(member).id(), 0)));
    }

    private static Outcome said(Call<CommandInvoked> call, UserId member, boolean frozen, long number) {
        return Outcome.ephemeral(MessageBody.text("The coins of %s are %s, transaction `#%d`."
                        .formatted(Words.member(member), frozen ? "frozen" : "free again", number)))
                .emitting(AuditTrail.of(
                        call,
                        frozen ? "coins-frozen" : "coins-unfrozen",
                        member.toString(),
                        EconomyCommand.reason(call),
                        Map.of("number", Long.toString(number))));
    }
}
