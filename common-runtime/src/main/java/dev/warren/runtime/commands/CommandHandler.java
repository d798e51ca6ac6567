package dev.warren.runtime.commands;

import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** A command, with all its subcommands. Implement it as a bean: it is announced, registered and called by itself. */
public interface CommandHandler {
    CommandDescription description();

    /**
     * Runs it, once for each event; the transaction also holds the recorded outcome. An expected refusal is an outcome; a failure
     * means a bug or an outage, and the event comes again.
     */
    Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx);
}
