package dev.warren.memory.community.contributions;

import dev.warren.memory.community.Numbered;
import dev.warren.memory.community.contributions.Contributions.Of;
import dev.warren.runtime.commands.CompletionHandler;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.discord.InteractionEvent.AutocompleteRequested;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Completes the numbers of what is in a collection, the newest first. */
class CollectionCompletion implements CompletionHandler {
    /** The option that is completed. */
    static final String ITEM = "item";
    /** So many of the newest are looked through. */
    private static final int SEARCHED = 500;

    private final Mutiny.SessionFactory sessions;
    private final Contributions contributions;
    private final Collection collection;

    CollectionCompletion(Mutiny.SessionFactory sessions, Contributions contributions, Collection collection) {
        this.sessions = sessions;
        this.contributions = contributions;
        this.collection = collection;
    }

    @Override
    public String command() {
        return collection.command();
    }

    @Override
    public Uni<List<Choice>> complete(AutocompleteRequested request, GuildSettings settings) {
        return request.origin()
                .guild()
                .map(guild -> sessions.withStatelessSession(session -> contributions
                        .list(session, new Of(guild, collection), Optional.empty(), 0, SEARCHED)
                        .map(found -> Numbered.choices(
                                found.stream()
                                        .map(it -> new Numbered(it.id(), it.title()))
                                        .toList(),
                                request.typed()))))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    /** Of the gallery. */
    @Singleton
    static class OfGallery extends CollectionCompletion {
        OfGallery(Mutiny.SessionFactory sessions, Contributions contributions) {
            super(sessions, contributions, Collection.GALLERY);
        }
    }

    /** Of the links of creators. */
    @Singleton
    static class OfCreators extends CollectionCompletion {
        OfCreators(Mutiny.SessionFactory sessions, Contributions contributions) {
            super(sessions, contributions, Collection.CREATORS);
        }
    }
}
