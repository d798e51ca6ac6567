package dev.warren.runtime.commands;

import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** Buttons and selects whose custom ids name this handler. Implement it as a bean. */
public interface ComponentHandler {
    /** The second part of the custom ids. */
    String name();

    Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx);
}
