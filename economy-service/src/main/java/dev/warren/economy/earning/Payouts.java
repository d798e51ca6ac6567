package dev.warren.economy.earning;

import dev.warren.economy.desk.Desk;
import dev.warren.economy.earning.Earnings.Earning;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.economy.Cause;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** What {@code /daily} and {@code /work} share: new coins for whoever asks, unless theirs are frozen. */
@ApplicationScoped
class Payouts {
    private final Desk desk;
    private final Earnings earnings;

    Payouts(Desk desk, Earnings earnings) {
        this.desk = desk;
        this.earnings = earnings;
    }

    /** Opens the book and looks up when the member last earned something. */
    Uni<Outcome> ask(Call<?> call, Mutiny.StatelessSession tx, BiFunction<Book, Earning, Uni<Outcome>> decide) {
        var member = call.member().id();
        return desk.open(call, tx, List.of(member))
                .chain(book -> book.holder(member).frozen()
                        ? Uni.createFrom().item(Desk.frozen(true))
                        : earnings.find(tx, book.guild(), member).chain(known -> decide.apply(book, known)));
    }

    /**
     * Pays from the mint into the member's wallet.
     *
     * @param also what is noted beside it
     * @param said what is said of what they then have in the wallet
     */
    Uni<Outcome> pay(
            Call<?> call,
            Mutiny.StatelessSession tx,
            Book book,
            Cause cause,
            Coins coins,
            Supplier<Uni<Void>> also,
            Function<Coins, Outcome> said) {
        var member = call.member().id();
        var wallet = book.wallet(member).id();
        var draft = Draft.transfer(call.id(), cause, call.time(), book.mint().id(), wallet, coins);
        return desk.move(
                call,
                tx,
                book,
                draft,
                also,
                moved -> said.apply(moved.book().wallet(member).coins()));
    }
}
