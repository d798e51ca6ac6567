package dev.warren.memory.community.contributions;

import dev.warren.memory.community.Community;
import dev.warren.memory.community.CommunityConfig;
import dev.warren.memory.community.contributions.Contribution.Content;
import dev.warren.memory.community.contributions.Contributions.Of;
import dev.warren.memory.undo.Deed;
import dev.warren.memory.undo.Deeds;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.Outcome;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.discord.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.hibernate.reactive.mutiny.Mutiny;

/** Adds to the collections, changes and removes what is in them, and remembers each step, so that it can be taken back. */
@ApplicationScoped
class Shelf {
    private final CommunityConfig config;
    private final Contributions contributions;
    private final Deeds deeds;

    Shelf(CommunityConfig config, Contributions contributions, Deeds deeds) {
        this.config = config;
        this.contributions = contributions;
        this.deeds = deeds;
    }

    /** Adds one, within the bounds, unless its link is there already. */
    Uni<Outcome> add(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Collection collection,
            Content content,
            Function<Contribution, MessageBody> shown) {
        var of = new Of(call.guild().orElseThrow(), collection);
        return contributions
                .lock(tx, of.guild())
                .chain(() -> refusal(call, tx, of, content.url()))
                .chain(refused -> refused.map(Community::now)
                        .orElseGet(() -> contributions
                                .add(
                                        tx,
                                        new Contribution(
                                                0,
                                                of.guild(),
                                                collection,
                                                call.member().id(),
                                                content.title(),
                                                content.url(),
                                                content.about(),
                                                call.time(),
                                                Optional.empty()))
                                .call(added -> note(call, tx, added.removed(call.time()), added))
                                .map(added -> Outcome.message(shown.apply(added)))));
    }

    private Uni<Optional<Outcome>> refusal(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Of of, String url) {
        return contributions.findByUrl(tx, of, url).chain(same -> {
            if (same.isPresent()) {
                return Uni.createFrom().item(Optional.of(taken(same.get())));
            }
            return full(call, tx, of);
        });
    }

    private static Outcome taken(Contribution same) {
        return Outcome.refused(
                "known-link",
                "That link is there already: " + same.name() + ", by <@" + same.by() + ">. Nothing was changed.");
    }

    private Uni<Optional<Outcome>> full(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Of of) {
        var bounds = switch (of.collection()) {
            case GALLERY -> config.gallery();
            case CREATORS -> config.creators();
        };
        return contributions
                .count(tx, of, Optional.of(call.member().id()))
                .chain(own -> contributions.count(tx, of, Optional.empty()).map(all -> {
                    if (own >= bounds.mostOfMember()) {
                        return Optional.of(Outcome.refused(
                                "too-many",
                                "You have %,d here, which is the most that a member may have. `/%s remove` makes room."
                                        .formatted(own, of.collection().command())));
                    }
                    return all >= bounds.mostOfGuild()
                            ? Optional.of(Outcome.refused(
                                    "too-many",
                                    "This server has %,d of them, which is the most that I keep.".formatted(all)))
                            : Optional.empty();
                }));
    }

    /** Changes what is in one of the caller's own, or of anybody for those who may manage messages. */
    Uni<Outcome> edit(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Collection collection,
            UnaryOperator<Content> change,
            Function<Contribution, MessageBody> shown) {
        return own(call, tx, collection, found -> {
            var changed = found.with(change.apply(found.content()));
            if (changed.equals(found)) {
                return Community.refused("nothing-to-change", "It is so already; nothing has changed.");
            }
            var of = new Of(found.guild(), collection);
            return contributions
                    .findByUrl(tx, of, changed.url())
                    .chain(same -> same.filter(it -> it.id() != found.id())
                            .map(it -> Community.now(taken(it)))
                            .orElseGet(() -> contributions
                                    .save(tx, changed)
                                    .chain(() -> note(call, tx, found, changed))
                                    .replaceWith(
                                            audited(call, found, "changed", Outcome.ephemeral(shown.apply(changed))))));
        });
    }

    Uni<Outcome> remove(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Collection collection) {
        return own(call, tx, collection, found -> {
            var removed = found.removed(call.time());
            return contributions
                    .save(tx, removed)
                    .chain(() -> note(call, tx, found, removed))
                    .replaceWith(audited(
                            call,
                            found,
                            "removed",
                            Outcome.ephemeral(
                                    MessageBody.text("Removed: " + found.name() + ". `/undo` brings it back."))));
        });
    }

    private Uni<Outcome> own(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Collection collection,
            Function<Contribution, Uni<Outcome>> then) {
        return find(call, tx, collection, found -> {
            boolean own = found.by().equals(call.member().id());
            return own || Community.may(call.member(), Permission.MANAGE_MESSAGES)
                    ? then.apply(found)
                    : Community.refused(
                            "not-yours",
                            "Only <@" + found.by() + "> and those who may manage messages can change " + found.name()
                                    + ".");
        });
    }

    /** The one whose number was typed. */
    Uni<Outcome> find(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Collection collection,
            Function<Contribution, Uni<Outcome>> then) {
        var of = new Of(call.guild().orElseThrow(), collection);
        var typed = call.required(CollectionCompletion.ITEM).value();
        return Community.number(typed)
                .map(id -> contributions.find(tx, of, id))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
                .chain(found -> found.filter(it -> it.removedAt().isEmpty())
                        .map(then)
                        .orElseGet(() -> Community.refused(
                                "unknown-item",
                                "`%s` must be the number of a %s here. `/%s list` shows them."
                                        .formatted(
                                                CollectionCompletion.ITEM, collection.item(), collection.command()))));
    }

    private Uni<Void> note(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Contribution was, Contribution is) {
        return deeds.note(
                tx,
                new Deed(
                        is.guild(),
                        call.member().id(),
                        is.by(),
                        kind(is.collection()),
                        Long.toString(is.id()),
                        was.removedAt().isEmpty() ? was.name() : is.name(),
                        was.state(),
                        is.state()),
                call.time());
    }

    static String kind(Collection collection) {
        return switch (collection) {
            case GALLERY -> "gallery";
            case CREATORS -> "creator";
        };
    }

    private static Outcome audited(Call<CommandInvoked> call, Contribution found, String what, Outcome outcome) {
        return found.by().equals(call.member().id())
                ? outcome
                : outcome.emitting(Community.audited(
                        call, found.guild(), kind(found.collection()) + "-" + what, Long.toString(found.id())));
    }
}
