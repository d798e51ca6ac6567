package dev.warren.economy.earning;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.ids.EventId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /work}: a wage, drawn by the command's own id. */
@ApplicationScoped
class WorkCommand implements CommandHandler {
    private static final List<String> JOBS = List.of(
            "You dug a new tunnel",
            "You weeded the carrot beds",
            "You carried letters between the burrows",
            "You kept watch at the hill",
            "You baked dandelion bread",
            "You mended the fence of the meadow",
            "You told stories to the kits",
            "You sorted the winter stores",
            "You counted stars for the almanac",
            "You swept the great hall");

    private final Payouts payouts;
    private final Earnings earnings;

    WorkCommand(Payouts payouts, Earnings earnings) {
        this.payouts = payouts;
        this.earnings = earnings;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("work", "Works for some coins; then you need a rest")
                .module(EconomySettings.MODULE)
                .in("de", "arbeiten", "Arbeitet für ein paar Münzen; danach brauchst du eine Pause")
                .in("es-ES", "trabajar", "Trabaja por unas monedas; después necesitas descansar")
                .in("es-419", "trabajar", "Trabaja por unas monedas; después necesitas descansar")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return payouts.ask(call, tx, (book, known) -> work(call, tx, book, known.workedAt()));
    }

    private Uni<Outcome> work(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, Book book, Optional<Instant> workedAt) {
        var restsUntil = workedAt.map(at -> at.plus(EconomySettings.workPause(call.settings())))
                .filter(until -> call.time().isBefore(until));
        if (restsUntil.isPresent()) {
            return Uni.createFrom()
                    .item(Outcome.refused(
                            "resting", "You need a rest; you can work again " + Words.when(restsUntil.get()) + "."));
        }
        var coins = wage(call);
        if (coins.isNone()) {
            return Uni.createFrom().item(Outcome.refused("no-wages", "There are no wages in this server."));
        }
        return payouts.pay(
                call,
                tx,
                book,
                Cause.WORK,
                coins,
                () -> earnings.worked(tx, book.guild(), call.member().id(), call.time()),
                has -> Outcome.message(MessageBody.text("%s: **+%s**. You have %s in your wallet."
                        .formatted(job(call.id()), Words.coins(coins), Words.coins(has)))));
    }

    private static Coins wage(Call<?> call) {
        var held = call.settings();
        return new Coins(
                Draw.between(EconomySettings.workMinimum(held), EconomySettings.workMaximum(held), call.id(), "wage"));
    }

    private static String job(EventId id) {
        return JOBS.get((int) Draw.between(0, JOBS.size() - 1L, id, "job"));
    }
}
