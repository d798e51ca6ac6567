package dev.warren.memory.community.suggestions;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.Numbered;
import dev.warren.memory.community.Pages;
import dev.warren.memory.community.suggestions.Suggestion.Votes;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The pages of a guild's suggestions, and the buttons that turn them. */
@ApplicationScoped
class SuggestionPages implements ComponentHandler {
    private static final String HANDLER = "suggest-page";
    private static final String ALL = "all";

    private final Suggestions suggestions;
    private final SettingsView settings;

    SuggestionPages(Suggestions suggestions, SettingsView settings) {
        this.suggestions = suggestions;
        this.settings = settings;
    }

    /** @param page from 0 */
    Uni<MessageBody> page(Mutiny.StatelessSession tx, GuildId guild, Optional<Standing> standing, int page) {
        return suggestions.count(tx, guild, standing).chain(count -> {
            if (count == 0) {
                return Uni.createFrom()
                        .item(MessageBody.text("There is no such suggestion here. `/suggest make` makes one."));
            }
            var pages = new Pages(page, count, SuggestionTexts.PAGE_SIZE);
            return suggestions
                    .list(tx, guild, standing, pages.offset(), SuggestionTexts.PAGE_SIZE)
                    .chain(found -> suggestions
                            .votes(tx, found.stream().map(Suggestion::id).toList())
                            .map(votes -> pages.show(
                                    standing.map(it -> "Suggestions: " + it.label())
                                            .orElse("Suggestions"),
                                    found.stream()
                                            .map(it ->
                                                    SuggestionTexts.line(it, votes.getOrDefault(it.id(), Votes.NONE)))
                                            .toList(),
                                    HANDLER,
                                    guild,
                                    standing.map(Standing::id).orElse(ALL))));
        });
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var guild = Community.guild(id);
        return Community.off(settings, call, guild)
                .map(Community::now)
                .orElseGet(() -> page(tx, guild, id.argument(2).flatMap(Standing::of), (int) Community.number(id, 1))
                        .map(Outcome::update));
    }

    /** Completes their numbers, the newest first. */
    @ApplicationScoped
    static class Completion implements CompletionHandler {
        /** So many of the newest are looked through. */
        private static final int SEARCHED = 500;

        private final Mutiny.SessionFactory sessions;
        private final Suggestions suggestions;

        Completion(Mutiny.SessionFactory sessions, Suggestions suggestions) {
            this.sessions = sessions;
            this.suggestions = suggestions;
        }

        @Override
        public String command() {
            return SuggestCommand.NAME;
        }

        @Override
        public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
            return request.origin()
                    .guild()
                    .map(guild -> sessions.withStatelessSession(session -> suggestions
                            .list(session, guild, Optional.empty(), 0, SEARCHED)
                            .map(found -> Numbered.choices(
                                    found.stream()
                                            .map(it -> new Numbered(it.id(), it.words()))
                                            .toList(),
                                    request.typed()))))
                    .orElseGet(() -> Uni.createFrom().item(List.of()));
        }
    }
}
