package dev.warren.memory.community.suggestions;

import dev.warren.memory.community.Community;
import dev.warren.memory.undo.Deed;
import dev.warren.memory.undo.Deeds;
import dev.warren.runtime.commands.Call;
import dev.warren.runtime.commands.ComponentHandler;
import dev.warren.runtime.commands.CustomId;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.discord.InteractionEvent.ComponentUsed;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The buttons under a suggestion. A member has one vote; the other button changes it, and the same one takes it away. */
@ApplicationScoped
class VoteButton implements ComponentHandler {
    static final String HANDLER = "suggest-vote";
    /** The kind of its deeds. */
    static final String KIND = "vote";

    private static final String UP = "up";

    private final Suggestions suggestions;
    private final Deeds deeds;
    private final SettingsView settings;

    VoteButton(Suggestions suggestions, Deeds deeds, SettingsView settings) {
        this.suggestions = suggestions;
        this.deeds = deeds;
        this.settings = settings;
    }

    @Override
    public String name() {
        return HANDLER;
    }

    @Override
    public Uni<Outcome> handle(Call<ComponentUsed> call, CustomId id, Mutiny.StatelessSession tx) {
        var guild = Community.guild(id);
        boolean up = id.argument(2).equals(Optional.of(UP));
        return Community.off(settings, call, guild)
                .map(Community::now)
                .orElseGet(() -> suggestions
                        .find(tx, guild, Community.number(id, 1))
                        .chain(found -> found.filter(it -> it.removedAt().isEmpty())
                                .map(it -> vote(call, tx, it, up))
                                .orElseGet(() ->
                                        Community.refused("unknown-suggestion", "That suggestion was removed."))));
    }

    private Uni<Outcome> vote(Call<ComponentUsed> call, Mutiny.StatelessSession tx, Suggestion it, boolean up) {
        if (!it.standing().votable()) {
            return Community.refused(
                    "closed",
                    "Votes are closed: this is " + it.standing().label().toLowerCase(Locale.ROOT) + ".");
        }
        var member = call.member().id();
        return suggestions.vote(tx, it.id(), member).chain(before -> {
            Optional<Boolean> after =
                    before.filter(same -> same == up).isPresent() ? Optional.empty() : Optional.of(up);
            return suggestions
                    .vote(tx, it.id(), member, after)
                    .chain(() -> deeds.note(tx, deed(it, member, before, after), call.time()))
                    .chain(() -> suggestions.votes(tx, it.id()))
                    .map(votes -> Outcome.update(SuggestionTexts.post(it, votes)));
        });
    }

    private static Deed deed(Suggestion it, UserId member, Optional<Boolean> before, Optional<Boolean> after) {
        return new Deed(
                it.guild(),
                member,
                it.by(),
                KIND,
                Long.toString(it.id()),
                "your vote on " + it.name(),
                state(before),
                state(after));
    }

    /** A vote as a deed remembers it. */
    static Map<String, String> state(Optional<Boolean> vote) {
        return vote.map(up -> Map.of("up", Boolean.toString(up))).orElse(Map.of());
    }
}
