package dev.warren.economy.giveaway;

import dev.warren.economy.desk.AuditTrail;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.desk.Words;
import dev.warren.economy.due.Deadlines;
import dev.warren.economy.giveaway.Giveaways.Winner;
import dev.warren.economy.ledger.Book;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/** Ends giveaways before their time, and draws those again whose winners do not take their prize. */
@ApplicationScoped
class Ending {
    private final Desk desk;
    private final Giveaways giveaways;
    private final Drawer drawer;
    private final Deadlines deadlines;

    Ending(Desk desk, Giveaways giveaways, Drawer drawer, Deadlines deadlines) {
        this.desk = desk;
        this.giveaways = giveaways;
        this.drawer = drawer;
        this.deadlines = deadlines;
    }

    Uni<Outcome> end(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return with(
                call,
                tx,
                (book, one) -> one.isDrawn()
                        ? refused(
                                "drawn-already", "Giveaway `%d` is drawn already; `/giveaway reroll` draws again.", one)
                        : deadlines
                                .cancel(tx, Deadline.GIVEAWAY, one.id())
                                .chain(() -> drawer.draw(Occasion.of(call), tx, one))
                                .map(told -> done(call, one, told, "giveaway-ended", "drawn")));
    }

    Uni<Outcome> reroll(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return with(
                call,
                tx,
                (book, one) -> one.isDrawn()
                        ? giveaways
                                .winners(tx, one)
                                .chain(winners -> giveaways
                                        .entrants(tx, one)
                                        .chain(entrants -> reroll(call, tx, one, winners, entrants)))
                        : refused("not-drawn", "Giveaway `%d` is not drawn yet; `/giveaway end` draws it now.", one));
    }

    private Uni<Outcome> with(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, BiFunction<Book, Giveaway, Uni<Outcome>> then) {
        long id = call.required(GiveawayCommand.ID).asLong();
        return desk.open(call, tx, List.of())
                .chain(book -> giveaways
                        .find(tx, book.guild(), id)
                        .chain(found -> found.map(one -> then.apply(book, one))
                                .orElseGet(() -> Uni.createFrom()
                                        .item(Outcome.refused(
                                                "unknown-giveaway",
                                                "There is no giveaway `%d` in this server; its number stands below it."
                                                        .formatted(id))))));
    }

    private static Uni<Outcome> refused(String reason, String text, Giveaway one) {
        return Uni.createFrom().item(Outcome.refused(reason, text.formatted(one.id())));
    }

    private Uni<Outcome> reroll(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Giveaway one,
            List<Winner> winners,
            List<UserId> entrants) {
        var named = call.option(GiveawayCommand.MEMBER).map(OptionValue::asUser);
        var replaced = winners.stream()
                .filter(winner -> !winner.replaced())
                .map(Winner::member)
                .filter(member -> named.isEmpty() || named.get().equals(member))
                .toList();
        if (replaced.isEmpty()) {
            return refused("no-winner", "Giveaway `%d` has no such winner to draw again for.", one);
        }
        var candidates = new ArrayList<>(entrants);
        candidates.removeAll(winners.stream().map(Winner::member).toList());
        if (candidates.size() < replaced.size()) {
            return refused(
                    "nobody-left", "Too few entered giveaway `%d` who have not won it; nobody is drawn again.", one);
        }
        var drawing = Drawing.of(one.seed(), one.rounds(), candidates, replaced.size());
        return desk.open(call, tx, replaced).chain(book -> {
            var spent = replaced.stream()
                    .filter(member -> book.wallet(member).coins().compareTo(one.share()) < 0)
                    .findFirst();
            return spent.isPresent()
                    ? Uni.createFrom()
                            .item(Outcome.refused(
                                    "prize-spent",
                                    "%s has spent the prize, so it cannot go to somebody else."
                                            .formatted(Words.member(spent.get()))))
                    : drawer.again(Occasion.of(call), tx, one, replaced, drawing)
                            .map(told -> done(call, one, told, "giveaway-rerolled", "drawn again"));
        });
    }

    private static Outcome done(
            Call<CommandInvoked> call, Giveaway one, List<Outgoing<?>> told, String action, String words) {
        return Outcome.ephemeral(MessageBody.text("Giveaway `%d` is %s.".formatted(one.id(), words)))
                .emitting(told.toArray(Outgoing<?>[]::new))
                .emitting(AuditTrail.of(call, action, "giveaway " + one.id(), Map.of()));
    }
}
