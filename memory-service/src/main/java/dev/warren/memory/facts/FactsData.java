package dev.warren.memory.facts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.warren.memory.privacy.PersonalData;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** Facts as a member has them exported or erased, also those that hold no more. */
@ApplicationScoped
class FactsData implements PersonalData {
    private static final int AT_ONCE = 1_000;

    private final Facts facts;
    private final Vectors vectors;

    FactsData(Facts facts, Vectors vectors) {
        this.facts = facts;
        this.vectors = vectors;
    }

    @Override
    public String name() {
        return "facts";
    }

    @Override
    public String kept() {
        return "What I remember about you, until you `/forget` it; what was replaced, for 90 days";
    }

    @Override
    public Uni<Long> count(Mutiny.StatelessSession tx, UserId user) {
        return facts.countAll(tx, user);
    }

    @Override
    public Uni<JsonNode> export(Mutiny.StatelessSession tx, UserId user) {
        return exported(tx, user, 1, JsonNodeFactory.instance.arrayNode());
    }

    private Uni<JsonNode> exported(Mutiny.StatelessSession tx, UserId user, int from, ArrayNode exported) {
        return facts.all(tx, user, from, AT_ONCE).chain(some -> {
            some.forEach(fact -> exported.add(node(fact)));
            return some.size() < AT_ONCE
                    ? Uni.createFrom().item(exported)
                    : exported(tx, user, some.getLast().number() + 1, exported);
        });
    }

    private static JsonNode node(Fact fact) {
        var node = JsonNodeFactory.instance
                .objectNode()
                .put("number", fact.number())
                .put("text", fact.text())
                .put("from", fact.from().toString());
        fact.closed()
                .ifPresent(closed -> node.put("until", closed.at().toString()).put("replacedBy", closed.by()));
        return node.put("notedAt", fact.notedAt().toString())
                .put("source", fact.source().value())
                .put("origin", fact.origin().name().toLowerCase(Locale.ROOT));
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession tx, UserId user) {
        return vectors.deleteAll(tx, user)
                .chain(() -> facts.deleteAll(tx, user))
                .chain(() -> facts.deleteShelf(tx, user));
    }
}
