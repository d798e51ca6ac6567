package dev.warren.economy.taxation;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.desk.Teller;
import dev.warren.economy.due.DueHandler;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.ledger.Leg;
import dev.warren.economy.ledger.Sql;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.economy.MarketEvents.DeadlineReached;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes the tax on wealth when its day has come, by what held then and when the members were told. */
@ApplicationScoped
class WealthTaxDue implements DueHandler {
    private static final String RICH = """
            SELECT h.user_id, w.balance + b.balance AS wealth
            FROM holder AS h
            JOIN account AS w ON w.id = h.wallet
            JOIN account AS b ON b.id = h.bank
            WHERE h.guild_id = ?1 AND w.balance + b.balance > ?2
            ORDER BY wealth DESC, h.user_id LIMIT ?3""";

    private final EconomyConfig config;
    private final SettingsView settings;
    private final Ledger ledger;
    private final Teller teller;

    WealthTaxDue(EconomyConfig config, SettingsView settings, Ledger ledger, Teller teller) {
        this.config = config;
        this.settings = settings;
        this.ledger = ledger;
        this.teller = teller;
    }

    @Override
    public Deadline of() {
        return Deadline.WEALTH_TAX;
    }

    @Override
    public Uni<List<Outgoing<?>>> due(Occasion occasion, DeadlineReached due, Mutiny.StatelessSession tx) {
        var guild = due.guild();
        var held = settings.at(Optional.of(guild), due.dueAt());
        var told = WealthTax.of(settings.at(Optional.of(guild), due.dueAt().minus(WealthTax.NOTICE)));
        var tax = WealthTax.of(held).asTold(told);
        return tax.isNone()
                ? Uni.createFrom().item(List.of())
                : rich(tx, guild, tax)
                        .chain(members -> members.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : ledger.open(tx, guild, members)
                                        .chain(book -> take(tx, book, members, tax, held, occasion)))
                        .replaceWith(List.of());
    }

    private Uni<List<UserId>> rich(Mutiny.StatelessSession tx, GuildId guild, WealthTax tax) {
        return Sql.rows(tx, RICH, guild.value(), tax.threshold(), config.taxes().most())
                .map(rows -> rows.stream()
                        .map(row -> new UserId(((Number) row[0]).longValue()))
                        .toList());
    }

    private Uni<Void> take(
            Mutiny.StatelessSession tx,
            Book book,
            List<UserId> members,
            WealthTax tax,
            GuildSettings held,
            Occasion occasion) {
        var drafts = members.stream()
                .flatMap(member -> draft(book, member, tax, held, occasion).stream())
                .toList();
        var taken = book.postEach(drafts).book();
        return taken.pending().isEmpty()
                ? Uni.createFrom().voidItem()
                : ledger.seal(tx, taken).chain(written -> teller.note(tx, written));
    }

    /** First from the bank, where what is not needed lies. The account is a random number, so the key tells nobody's name. */
    private static Optional<Draft> draft(
            Book book, UserId member, WealthTax tax, GuildSettings held, Occasion occasion) {
        var wallet = book.wallet(member);
        var bank = book.bank(member);
        long due = tax.of(Math.addExact(wallet.balance(), bank.balance()));
        if (due == 0) {
            return Optional.empty();
        }
        long saved = Math.min(due, bank.balance());
        long burned = EconomySettings.burned(held, due);
        var legs = new ArrayList<Leg>();
        add(legs, new Leg(bank.id(), -saved));
        add(legs, new Leg(wallet.id(), saved - due));
        add(legs, new Leg(book.treasury().id(), due - burned));
        add(legs, new Leg(book.mint().id(), burned));
        return Optional.of(new Draft(
                occasion.id().derive(wallet.id().toString()),
                Cause.WEALTH_TAX,
                occasion.time(),
                Optional.empty(),
                legs));
    }

    private static void add(List<Leg> legs, Leg leg) {
        if (leg.amount() != 0) {
            legs.add(leg);
        }
    }
}
