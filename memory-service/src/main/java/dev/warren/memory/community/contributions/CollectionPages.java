package dev.warren.memory.community.contributions;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.Pages;
import dev.warren.memory.community.contributions.Contributions.Of;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The pages of the collections, and the buttons that turn them. */
@ApplicationScoped
class CollectionPages {
    private static final long EVERYBODY = 0;

    private final Contributions contributions;

    CollectionPages(Contributions contributions) {
        this.contributions = contributions;
    }

    /** @param page from 0 */
    Uni<MessageBody> page(Mutiny.StatelessSession tx, Of of, Optional<UserId> member, int page) {
        return contributions.count(tx, of, member).chain(count -> {
            if (count == 0) {
                return Uni.createFrom().item(empty(of, member));
            }
            var pages = new Pages(page, count, CollectionTexts.PAGE_SIZE);
            return contributions
                    .list(tx, of, member, pages.offset(), CollectionTexts.PAGE_SIZE)
                    .map(found -> pages.show(
                            title(of),
                            found.stream().map(CollectionTexts::line).toList(),
                            handler(of.collection()),
                            of.guild(),
                            member.map(UserId::value).orElse(EVERYBODY)));
        });
    }

    private static String title(Of of) {
        return switch (of.collection()) {
            case GALLERY -> "Gallery";
            case CREATORS -> "Creators";
        };
    }

    private static MessageBody empty(Of of, Optional<UserId> member) {
        var add = " `/" + of.collection().command() + " add` adds the first.";
        return MessageBody.text(
                member.map(id -> "<@" + id + "> has no " + of.collection().item() + " here.")
                        .orElse("There is no " + of.collection().item() + " here yet." + add));
    }

    static String handler(Collection collection) {
        return switch (collection) {
            case GALLERY -> "gallery-page";
            case CREATORS -> "creator-page";
        };
    }

    private Uni<Outcome> turn(
            SettingsView settings,
            Call<ComponentUsed> call,
            CustomId id,
            Mutiny.StatelessSession tx,
            Collection collection) {
        var guild = Community.guild(id);
        long member = Community.number(id, 2);
        return Community.off(settings, call, guild)
                .map(Community::now)
                .orElseGet(() -> page(
                                tx,
                                new Of(guild, collection),
                                member == EVERYBODY ? Optional.empty() : Optional.of(new UserId(member)),
                                (int) Community.number(id, 1))
                        .map(Outcome::update));
    }

    /** Of the gallery. */
    @ApplicationScoped
    static class OfGallery implements ComponentHandler {
        private final CollectionPages pages;
        private final SettingsView settings;

        OfGallery(CollectionPages pages, SettingsView settings) {
            this.pages = pages;
            this.settings = settings;
        }

        @Override
        public String name() {
            return handler(Collection.GALLERY);
        }

        @Override
        public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
            return pages.turn(settings, call, id, tx, Collection.GALLERY);
        }
    }

    /** Of the links of creators. */
    @ApplicationScoped
    static class OfCreators implements ComponentHandler {
        private final CollectionPages pages;
        private final SettingsView settings;

        OfCreators(CollectionPages pages, SettingsView settings) {
            this.pages = pages;
            this.settings = settings;
        }

        @Override
        public String name() {
            return handler(Collection.CREATORS);
        }

        @Override
        public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
            return pages.turn(settings, call, id, tx, Collection.CREATORS);
        }
    }
}
