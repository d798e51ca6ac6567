package dev.warren.runtime.commands;

import dev.warren.schemas.discord.InteractionEvent.ModalSubmitted;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Modals whose custom ids name this handler. Implement it as a bean. */
public interface ModalHandler {
    /** The second part of the custom ids. */
    String name();

    Uni<Outcome> handle(Call<ModalSubmitted> call, CustomId id, Mutiny.StatelessSession tx);
}
