package dev.warren.memory.community.contributions;

import dev.warren.memory.community.contributions.Contributions.Of;
import dev.warren.memory.undo.Deed;
import dev.warren.memory.undo.Undoable;
import dev.warren.runtime.commands.Call;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes back what was done to a collection. */
class CollectionUndo implements Undoable {
    private final Contributions contributions;
    private final Collection collection;

    CollectionUndo(Contributions contributions, Collection collection) {
        this.contributions = contributions;
        this.collection = collection;
    }

    @Override
    public String kind() {
        return Shelf.kind(collection);
    }

    @Override
    public Uni<Put> put(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Deed deed,
            Map<String, String> expected,
            Map<String, String> wanted) {
        return contributions
                .find(tx, new Of(deed.guild(), collection), Long.parseLong(deed.item()))
                .chain(found -> found.filter(it -> it.state().equals(expected))
                        .map(it -> contributions
                                .save(
                                        tx,
                                        wanted.isEmpty()
                                                ? it.removed(call.time())
                                                : it.back().with(Contribution.content(wanted)))
                                .replaceWith(Undoable.done()))
                        .orElseGet(() -> Uni.createFrom().item(new Put.Changed())));
    }

    /** Of the gallery. */
    @Singleton
    static class OfGallery extends CollectionUndo {
        OfGallery(Contributions contributions) {
            super(contributions, Collection.GALLERY);
        }
    }

    /** Of the links of creators. */
    @Singleton
    static class OfCreators extends CollectionUndo {
        OfCreators(Contributions contributions) {
            super(contributions, Collection.CREATORS);
        }
    }
}
