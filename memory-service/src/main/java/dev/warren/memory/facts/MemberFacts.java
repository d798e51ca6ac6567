package dev.warren.memory.facts;

import dev.warren.memory.keys.Standing;
import dev.warren.memory.keys.Standings;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is remembered about members, for other rooms to read. Who wants to change it publishes a request. */
@ApplicationScoped
public class MemberFacts {
    private final FactsConfig config;
    private final Mutiny.SessionFactory sessions;
    private final Standings standings;
    private final FactBook book;
    private final Facts facts;

    MemberFacts(FactsConfig config, Mutiny.SessionFactory sessions, Standings standings, FactBook book, Facts facts) {
        this.config = config;
        this.sessions = sessions;
        this.standings = standings;
        this.book = book;
        this.facts = facts;
    }

    /** A text as it is remembered: on one line. */
    public static String tidy(String typed) {
        return FactText.tidy(typed);
    }

    /** What is wrong with a text that was tidied, in words; none where it may be remembered, or looked for. */
    public static Optional<String> wrong(String text) {
        return FactText.wrong(text);
    }

    /** Those that hold and are most like a text, the most similar first. */
    public Uni<List<KnownFact>> recall(UserId member, String text, int most) {
        // the connection is not held while the sentence is embedded
        return book.prepare(text)
                .chain(() -> read(tx -> book.recall(tx, member, text, most)))
                .map(found -> found.stream()
                        .map(it -> known(it.fact(), it.similarity()))
                        .toList());
    }

    /** Whether the member wants nothing kept of what they say. */
    public Uni<Boolean> isUnwanted(UserId member) {
        return read(tx -> standings.find(tx, member)).map(Standing::silent);
    }

    /** Whether the member has as many as may be. */
    public Uni<Boolean> isFull(UserId member) {
        return read(tx -> facts.count(tx, member)).map(count -> count >= config.mostPerMember());
    }

    /** What is remembered because of an event. */
    public Uni<Optional<KnownFact>> because(UserId member, EventId source) {
        return read(tx -> facts.bySource(tx, member, source)).map(found -> found.map(fact -> known(fact, 1)));
    }

    /** Those of the numbers under which something is remembered. */
    public Uni<Set<Integer>> holding(UserId member, Collection<Integer> numbers) {
        return read(tx -> facts.find(tx, member, numbers))
                .map(found -> new HashSet<>(found.stream().map(Fact::number).toList()));
    }

    private <T> Uni<T> read(Function<Mutiny.StatelessSession, Uni<T>> work) {
        return sessions.withStatelessSession(work);
    }

    private static KnownFact known(Fact fact, double similarity) {
        return new KnownFact(fact.number(), fact.text(), fact.from(), similarity);
    }
}
