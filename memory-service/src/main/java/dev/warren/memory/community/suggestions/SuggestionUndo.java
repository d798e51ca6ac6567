package dev.warren.memory.community.suggestions;

import dev.warren.memory.undo.Deed;
import dev.warren.memory.undo.Undoable;
import dev.warren.runtime.commands.Call;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes back what was done to suggestions; their posts follow. */
@ApplicationScoped
class SuggestionUndo implements Undoable {
    static final String KIND = "suggestion";

    private final Suggestions suggestions;

    SuggestionUndo(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Put> put(
            Call<CommandInvoked> call,
            Mutiny.StatelessSession tx,
            Deed deed,
            Map<String, String> expected,
            Map<String, String> wanted) {
        return suggestions
                .find(tx, deed.guild(), Long.parseLong(deed.item()))
                .chain(found -> found.filter(it -> it.state().equals(expected))
                        .map(it -> save(call, tx, changed(it, wanted, call)))
                        .orElseGet(() -> Uni.createFrom().item(new Put.Changed())));
    }

    private static Suggestion changed(Suggestion it, Map<String, String> wanted, Call<CommandInvoked> call) {
        return wanted.isEmpty()
                ? it.removed(call.time())
                : it.back()
                        .standing(
                                Standing.of(wanted.getOrDefault("standing", "")).orElse(it.standing()),
                                wanted.getOrDefault("note", ""));
    }

    private Uni<Put> save(Call<CommandInvoked> call, Mutiny.StatelessSession tx, Suggestion it) {
        return suggestions
                .save(tx, it)
                .chain(() -> suggestions.votes(tx, it.id()))
                .map(votes -> Undoable.done(SuggestionTexts.edited(call, it, votes)));
    }

    /** Takes back how somebody voted, as long as votes are open. */
    @ApplicationScoped
    static class OfVotes implements Undoable {
        private final Suggestions suggestions;

        OfVotes(Suggestions suggestions) {
            this.suggestions = suggestions;
        }

        @Override
        public String kind() {
            return VoteButton.KIND;
        }

        @Override
        public Uni<Put> put(
                Call<CommandInvoked> call,
                Mutiny.StatelessSession tx,
                Deed deed,
                Map<String, String> expected,
                Map<String, String> wanted) {
            return suggestions
                    .find(tx, deed.guild(), Long.parseLong(deed.item()))
                    .chain(found -> found.filter(it -> it.removedAt().isEmpty())
                            .map(it -> it.standing().votable()
                                    ? put(call, tx, it, deed, expected, wanted)
                                    : Uni.createFrom().<Put>item(new Put.Impossible("stays: votes are closed")))
                            .orElseGet(() -> Uni.createFrom().item(new Put.Changed())));
        }

        private Uni<Put> put(
                Call<CommandInvoked> call,
                Mutiny.StatelessSession tx,
                Suggestion it,
                Deed deed,
                Map<String, String> expected,
                Map<String, String> wanted) {
            return suggestions.vote(tx, it.id(), deed.member()).chain(vote -> {
                if (!VoteButton.state(vote).equals(expected)) {
                    return Uni.createFrom().item(new Put.Changed());
                }
                var up = Optional.ofNullable(wanted.get("up")).map(Boolean::parseBoolean);
                return suggestions
                        .vote(tx, it.id(), deed.member(), up)
                        .chain(() -> suggestions.votes(tx, it.id()))
                        .map(votes -> Undoable.done(SuggestionTexts.edited(call, it, votes)));
            });
        }
    }
}
