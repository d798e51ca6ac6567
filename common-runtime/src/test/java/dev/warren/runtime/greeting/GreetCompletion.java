package dev.warren.runtime.greeting;

import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/** Completes names that begin as typed. */
@ApplicationScoped
class GreetCompletion implements CompletionHandler {
    @Override
    public String command() {
        return "greet";
    }

    @Override
    public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
        return Uni.createFrom()
                .item(Stream.of("Ada", "Alan", "Grace")
                        .filter(name -> name.startsWith(request.typed()))
                        .map(name -> new Choice(name, name))
                        .toList());
    }
}
