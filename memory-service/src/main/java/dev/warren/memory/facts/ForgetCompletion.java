package dev.warren.memory.facts;

import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** Offers the newest facts that have what was typed in them. */
@ApplicationScoped
class ForgetCompletion implements CompletionHandler {
    private static final int LABEL = 100;

    private final FactsConfig config;
    private final Facts facts;
    private final Mutiny.SessionFactory sessions;

    ForgetCompletion(FactsConfig config, Facts facts, Mutiny.SessionFactory sessions) {
        this.config = config;
        this.facts = facts;
        this.sessions = sessions;
    }

    @Override
    public String command() {
        return ForgetCommand.NAME;
    }

    @Override
    public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
        var typed = FactText.tidy(request.typed()).toLowerCase(Locale.ROOT);
        return sessions.withStatelessSession(
                        tx -> facts.newest(tx, request.origin().member().id(), config.completionSearched()))
                .map(newest -> newest.stream()
                        .filter(fact -> label(fact).toLowerCase(Locale.ROOT).contains(typed))
                        .limit(config.listed())
                        .map(fact -> new Choice(FactTexts.cut(label(fact), LABEL), Integer.toString(fact.number())))
                        .toList());
    }

    private static String label(Fact fact) {
        return "#" + fact.number() + " " + fact.text();
    }
}
