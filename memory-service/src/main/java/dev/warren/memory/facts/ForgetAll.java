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

/** The buttons around forgetting everything: it is asked for, and then done or left. */
@ApplicationScoped
class ForgetAll implements ComponentHandler {
    static final String HANDLER = "forget-all";
    static final String ASK = "ask";
    static final String DO = "do";
    static final String KEEP = "keep";

    private final FactBook book;
    private final Facts facts;

    ForgetAll(FactBook book, Facts facts) {
        this.book = book;
        this.facts = facts;
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        if (!Owned.by(call, id, 1)) {
            return Uni.createFrom().item(Owned.refusal());
        }
        var member = call.member().id();
        return switch (id.argument(0).orElse("")) {
            case ASK -> facts.count(tx, member).map(all -> Outcome.update(FactTexts.sure(member, all)));
            case DO ->
                book.forgetAll(tx, member).map(gone -> Outcome.update(MessageBody.text(FactTexts.forgottenAll(gone))));
            default -> Uni.createFrom().item(Outcome.update(MessageBody.text("I keep what I remember.")));
        };
    }
}
