package dev.warren.runtime.commands;

import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import io.smallrye.mutiny.Uni;
import java.util.List;

/** Completes the options of one command. Implement it as a bean. A completion has no effect, so it has no inbox either. */
public interface CompletionHandler {
    /** The command's name. */
    String command();

    /** At most 25 choices are shown. */
    Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings);
}
