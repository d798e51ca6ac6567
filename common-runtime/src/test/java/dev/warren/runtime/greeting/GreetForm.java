package dev.warren.runtime.greeting;

import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.ModalHandler;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Says the words of the form. */
@ApplicationScoped
class GreetForm implements ModalHandler {
    @Override
    public String name() {
        return "greet-form";
    }

    @Override
    public Uni<Outcome> handle(Call<ModalSubmitted> call, CustomId id, Mutiny.StatelessSession tx) {
        var words = call.payload().fields().getOrDefault("words", "");
        return Uni.createFrom()
                .item(Outcome.ephemeral(MessageBody.text(id.argument(0).orElse("") + ": " + words)));
    }
}
