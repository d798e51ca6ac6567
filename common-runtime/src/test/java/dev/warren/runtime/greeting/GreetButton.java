package dev.warren.runtime.greeting;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Modal;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.topics.Service;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** A button that opens the form. */
@ApplicationScoped
class GreetButton implements ComponentHandler {
    @Override
    public String name() {
        return "greet-more";
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var words = new Modal.Input("words", "Your words", true, true, 1, 200, Optional.empty(), Optional.empty());
        var form = CustomId.of(Service.EMBED, "greet-form", id.argument(0).orElse("nobody"));
        return Uni.createFrom()
                .item(Outcome.modal(new Modal(form.toString(), "Greet", List.of(words), AnswerKind.EPHEMERAL)));
    }
}
