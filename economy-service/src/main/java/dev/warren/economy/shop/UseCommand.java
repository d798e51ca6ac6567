package dev.warren.economy.shop;

import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Desk;
import dev.warren.economy.desk.Words;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.shop.Counter.Visit;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CommandHandler;
import dev.warren.runtime.commands.Describe;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.ActionEvent.AddRole;
import dev.warren.schemas.bot.ActionEvent.Context;
import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.economy.MarketEvents.ItemMove;
import dev.warren.schemas.ids.RoleId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** {@code /use item}: it is gone then, and its role is the member's. */
@ApplicationScoped
class UseCommand implements CommandHandler {
    private static final Duration GIVEN_WITHIN = Duration.ofHours(1);

    private final Counter counter;
    private final Desk desk;
    private final Items items;
    private final RoleLoans loans;

    UseCommand(Counter counter, Desk desk, Items items, RoleLoans loans) {
        this.counter = counter;
        this.desk = desk;
        this.items = items;
        this.loans = loans;
    }

    @Override
    public CommandDescription description() {
        return Describe.command("use", "Uses an item of yours; one that gives a role gives it then")
                .module(EconomySettings.MODULE)
                .options(Counter.item("What to use"))
                .example("use \"golden carrot\"")
                .in("de", "benutzen", "Benutzt etwas von dir; was eine Rolle gibt, gibt sie dann")
                .in("es-ES", "usar", "Usa algo tuyo; lo que da un rol lo da entonces")
                .in("es-419", "usar", "Usa algo tuyo; lo que da un rol lo da entonces")
                .build();
    }

    @Override
    public Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx) {
        return counter.having(call, tx, List.of(), visit -> {
            var item = visit.item();
            var held = item.gives()
                    .filter(role ->
                            item.lasts().isEmpty() && call.member().roles().contains(role));
            if (held.isPresent()) {
                return Uni.createFrom()
                        .item(Outcome.refused(
                                "role-held", "You have <@&%s> already; it would be wasted.".formatted(held.get())));
            }
            return item.gives().isPresent() && item.lasts().isPresent()
                    ? loans.lend(call, tx, item.gives().get(), item.lasts().get())
                            .chain(until -> use(call, tx, visit, Optional.of(until)))
                    : use(call, tx, visit, Optional.empty());
        });
    }

    private Uni<Outcome> use(
            Call<CommandInvoked> call, Mutiny.StatelessSession tx, Visit visit, Optional<Instant> until) {
        var member = call.member().id();
        var item = visit.item();
        var book = visit.book();
        var draft = Draft.transfer(
                call.id(),
                Cause.USE,
                call.time(),
                book.wallet(member).id(),
                book.treasury().id(),
                Coins.NONE);
        return desk.move(call, tx, book, draft, () -> items.have(tx, item, member, -1, 0), moved -> {
            var done = Outcome.message(
                            MessageBody.text("You used **%s**.%s".formatted(item.name(), gained(item, until))))
                    .emitting(Counter.moved(
                            call, item, moved.transaction().number(), ItemMove.USED, Optional.empty(), 1, 0));
            return item.gives().map(role -> giving(call, done, role)).orElse(done);
        });
    }

    private static String gained(Item item, Optional<Instant> until) {
        return item.gives()
                .map(role -> " You get <@&%s>%s."
                        .formatted(
                                role,
                                until.map(end -> ", which ends " + Words.when(end))
                                        .orElse("")))
                .orElse("");
    }

    private static Outcome giving(Call<CommandInvoked> call, Outcome done, RoleId role) {
        var guild = Desk.guild(call);
        var member = call.member().id();
        return done.emitting(call.causes(
                Topics.ACTIONS,
                "role",
                Keys.member(Optional.of(guild), member),
                new AddRole(
                        new Context(
                                guild,
                                Optional.empty(),
                                "used an item of the shop",
                                call.time().plus(GIVEN_WITHIN)),
                        member,
                        role)));
    }
}
