package dev.warren.memory.facts;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** What somebody chose to be forgotten. */
@ApplicationScoped
class ForgetPick implements ComponentHandler {
    static final String HANDLER = "forget-pick";

    private final FactBook book;

    ForgetPick(FactBook book) {
        this.book = book;
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        if (!Owned.by(call, id, 0)) {
            return Uni.createFrom().item(Owned.refusal());
        }
        var numbers = call.payload().values().stream().map(Integer::valueOf).toList();
        return book.forget(tx, call.member().id(), numbers)
                .map(gone -> Outcome.update(MessageBody.text(
                        gone.isEmpty() ? "I remember none of that any more." : FactTexts.forgotten(gone))));
    }
}
