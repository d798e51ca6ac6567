package dev.warren.economy.purse;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Leg;
import dev.warren.economy.ledger.Sql;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Payments from member to member. */
@ApplicationScoped
class Payments {
    /** Payments looked back at: with a command a second nobody makes as many in a day. */
    private static final int LOOKED_AT = 5_000;

    /** Of the newest entries of a wallet, what was paid from it since a time, and how often this much to this other wallet. */
    private static final String PAID_SINCE = """
            SELECT CAST(coalesce(sum(-mine.amount), 0) AS bigint) AS paid,
                count(*) FILTER (WHERE mine.amount = CAST(?2 AS bigint) AND EXISTS (
                    SELECT FROM ledger_entry AS theirs
                    WHERE theirs.guild_id = mine.guild_id AND theirs.number = mine.number
                        AND theirs.account_id = CAST(?3 AS bigint))) AS same
            FROM (
                SELECT guild_id, number, amount FROM ledger_entry
                WHERE account_id = ?1 AND amount < 0
                ORDER BY account_id, number DESC LIMIT ?5
            ) AS mine
            JOIN ledger_transaction AS t USING (guild_id, number)
            WHERE t.cause = 'PAYMENT' AND t.at >= CAST(CAST(?4 AS text) AS timestamptz)""";

    private final EconomyConfig config;
    private final Desk desk;

    Payments(EconomyConfig config, Desk desk) {
        this.config = config;
        this.desk = desk;
    }

    /**
     * A payment that is wished for.
     *
     * @param coins what leaves the payer's wallet
     * @param key of the transaction
     */
    record Wish(UserId payer, UserId payee, Coins coins, EventId key) {}

    private record Paid(Coins sum, boolean same) {}

    /** Whether the same payment was made a moment ago, so that this one may be a slip. */
    Uni<Boolean> wasJustMade(Call<?> call, Mutiny.StatelessSession tx, Book book, Wish wish) {
        return since(tx, book, wish, call.time().minus(config.repeatedPayment()))
                .map(Paid::same);
    }

    /** Pays, when nothing forbids it. */
    Uni<Outcome> pay(
            Call<?> call, Mutiny.StatelessSession tx, Book book, Wish wish, Function<MessageBody, Outcome> said) {
        if (book.holder(wish.payer()).frozen()) {
            return Uni.createFrom().item(Desk.frozen(true));
        }
        if (book.holder(wish.payee()).frozen()) {
            return Uni.createFrom().item(Desk.frozen(false));
        }
        var limit = EconomySettings.payLimit(call.settings());
        var refused = limit.isEmpty()
                ? Uni.createFrom().item(Optional.<Outcome>empty())
                : beyond(call, tx, book, wish, new Coins(limit.get()));
        return refused.chain(why -> why.isPresent()
                ? Uni.createFrom().item(why.get())
                : desk.move(call, tx, book, draft(call, book, wish), moved -> said.apply(paid(moved, wish))));
    }

    private static Draft draft(Call<?> call, Book book, Wish wish) {
        long coins = wish.coins().amount();
        long fee = EconomySettings.fee(call.settings(), coins);
        long burned = EconomySettings.burned(call.settings(), fee);
        var legs = new ArrayList<Leg>();
        legs.add(new Leg(book.wallet(wish.payer()).id(), -coins));
        legs.add(new Leg(book.wallet(wish.payee()).id(), coins - fee));
        if (fee > burned) {
            legs.add(new Leg(book.treasury().id(), fee - burned));
        }
        if (burned > 0) {
            legs.add(new Leg(book.mint().id(), burned));
        }
        return new Draft(wish.key(), Cause.PAYMENT, call.time(), Optional.empty(), legs);
    }

    private static MessageBody paid(Desk.Moved moved, Wish wish) {
        long arrived = moved.transaction().entries().get(1).amount();
        long fee = wish.coins().amount() - arrived;
        var text = "%s paid %s **%s**."
                .formatted(Words.member(wish.payer()), Words.member(wish.payee()), Words.coins(arrived));
        var more = fee == 0 ? "" : " The fee was %s.".formatted(Words.coins(fee));
        return MessageBody.text(text + more);
    }

    private Uni<Optional<Outcome>> beyond(Call<?> call, Mutiny.StatelessSession tx, Book book, Wish wish, Coins limit) {
        var zone = call.settings().timezone();
        var today = call.time().atZone(zone).toLocalDate();
        var tomorrow = today.plusDays(1).atStartOfDay(zone).toInstant();
        return since(tx, book, wish, today.atStartOfDay(zone).toInstant()).map(paid -> {
            var left = Math.max(0, limit.amount() - paid.sum().amount());
            return wish.coins().amount() <= left
                    ? Optional.empty()
                    : Optional.of(Outcome.refused(
                            "pay-limit",
                            "A member may pay %s a day here; you have %s left until %s."
                                    .formatted(Words.coins(limit), Words.number(left), Words.when(tomorrow))));
        });
    }

    private static Uni<Paid> since(Mutiny.StatelessSession tx, Book book, Wish wish, Instant from) {
        return Sql.rows(
                        tx,
                        PAID_SINCE,
                        book.wallet(wish.payer()).id().value(),
                        -wish.coins().amount(),
                        book.wallet(wish.payee()).id().value(),
                        from.toString(),
                        LOOKED_AT)
                .map(rows -> rows.getFirst())
                .map(row -> new Paid(new Coins(((Number) row[0]).longValue()), ((Number) row[1]).longValue() > 0));
    }
}
