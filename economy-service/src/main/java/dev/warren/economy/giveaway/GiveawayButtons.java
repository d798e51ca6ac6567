package dev.warren.economy.giveaway;

import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Occasion;
import dev.warren.economy.desk.Pages;
import dev.warren.economy.desk.Words;
import dev.warren.economy.due.Boards;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.economy.ChanceEvents.GiveawayEntryChanged;
import dev.warren.schemas.topics.Keys;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The button of a giveaway: who is out comes in, and who is in goes out. */
@ApplicationScoped
class GiveawayButtons implements ComponentHandler {
    private final Desk desk;
    private final Giveaways giveaways;
    private final Boards boards;

    GiveawayButtons(Desk desk, Giveaways giveaways, Boards boards) {
        this.desk = desk;
        this.giveaways = giveaways;
        this.boards = boards;
    }

    @Override
    public String name() {
        return GiveawayTexts.HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var member = call.member();
        return desk.open(call, tx, List.of())
                .chain(book -> giveaways.find(tx, book.guild(), Pages.number(id, 0)))
                .chain(found -> {
                    if (found.filter(one -> one.isOpen(call.time())).isEmpty()) {
                        return Uni.createFrom().item(Outcome.refused("giveaway-over", "This giveaway is over."));
                    }
                    var one = found.get();
                    return giveaways.level(tx, one.guild(), member.id()).chain(level -> {
                        var lacking = one.requirement().lacking(member, level, call.time());
                        return lacking.isEmpty()
                                ? toggle(call, tx, one.changed())
                                : Uni.createFrom()
                                        .item(Outcome.refused(
                                                "requirement",
                                                "To enter you need " + String.join(", and ", lacking) + "."));
                    });
                });
    }

    private Uni<Outcome> toggle(Call<ComponentUsed> call, Mutiny.StatelessSession tx, Giveaway one) {
        var member = call.member().id();
        return giveaways
                .toggle(tx, one, member)
                .call(() -> giveaways
                        .entries(tx, one)
                        .chain(entries -> boards.show(
                                Occasion.of(call), tx, one.board(), one.changes(), GiveawayTexts.open(one, entries))))
                .map(entered -> Outcome.ephemeral(MessageBody.text(
                                entered
                                        ? "You are in; it is drawn %s. Press again to leave."
                                                .formatted(Words.when(one.endsAt()))
                                        : "You are out. Press again to enter."))
                        .emitting(Occasion.of(call)
                                .causes(
                                        "giveaway-entry-changed",
                                        Keys.member(Optional.of(one.guild()), member),
                                        new GiveawayEntryChanged(
                                                one.guild(), one.id(), one.changes(), member, entered))));
    }
}
