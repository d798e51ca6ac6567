package dev.warren.runtime.commands;

import dev.warren.schemas.bot.CommandDescription;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/** A command, with all its subcommands. Implement it as a bean: it is announced, registered and called by itself. */
public interface CommandHandler {
    CommandDescription description();

    /**
     * Reads ahead, for all commands of a batch at once and before their transaction begins: what takes its time and has no effect, such
     * as drawing a picture. It is waited for no longer than {@code warren.commands.preparation}; what it did not get done is done by
     * {@link #handle}. It may be called for an event that is not handled after all.
     */
    default Uni<Void> prepare(Call<CommandInvoked> call) {
        return Uni.createFrom().voidItem();
    }

    /**
     * Runs it, once for each event; the transaction also holds the recorded outcome. An expected refusal is an outcome; a failure
     * means a bug or an outage, and the event comes again.
     */
    Uni<Outcome> handle(Call<CommandInvoked> call, Mutiny.StatelessSession tx);
}
