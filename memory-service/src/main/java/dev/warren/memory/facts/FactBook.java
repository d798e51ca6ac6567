package dev.warren.memory.facts;

import dev.warren.memory.facts.Best.Match;
import dev.warren.memory.facts.Fact.Closed;
import dev.warren.memory.facts.Fact.Origin;
import dev.warren.memory.keys.Standing;
import dev.warren.memory.keys.Standings;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes facts down, closes those whose place they take, finds them again by meaning, and forgets them. */
@ApplicationScoped
class FactBook {
    private final FactsConfig config;
    private final Replacement replacement;
    private final Facts facts;
    private final Vectors vectors;
    private final Standings standings;
    private final Embedder embedder;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final Timer warm;
    private final Timer cold;

    FactBook(
            FactsConfig config,
            Facts facts,
            Vectors vectors,
            Standings standings,
            Embedder embedder,
            InstantSource clock,
            MeterRegistry meters) {
        this.config = config;
        this.replacement = new Replacement(config.near(), config.alike(), config.same());
        this.facts = facts;
        this.vectors = vectors;
        this.standings = standings;
        this.embedder = embedder;
        this.clock = clock;
        this.meters = meters;
        this.warm = timer(meters, "warm");
        this.cold = timer(meters, "cold");
    }

    private static Timer timer(MeterRegistry meters, String cache) {
        return Timer.builder("warren.facts.recall")
                .description("from a vector to the facts that are most like it; cold where vectors had to be opened")
                .tag("cache", cache)
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(meters);
    }

    /**
     * Something to be remembered.
     *
     * @param text as {@link FactText} allows
     * @param source the event because of which; of one event one fact is remembered
     * @param at from when on it holds
     */
    record Told(UserId member, String text, EventId source, Origin origin, Instant at) {}

    /** What came of it. */
    sealed interface Remembered {
        /** It is remembered, and took the place of these. */
        record Noted(Fact fact, List<Fact> replaced) implements Remembered {}

        /** It is remembered, but something newer has its place already. */
        record Outdated(Fact fact) implements Remembered {}

        /** It was remembered before, because of the same event. */
        record Before(Fact fact) implements Remembered {}

        /** The member has as many facts as may be. */
        record Full(int most) implements Remembered {}

        /** The member wants nothing kept of what they say, or was erased since. */
        record Unwanted() implements Remembered {}
    }

    /** A fact that was found. */
    record Found(Fact fact, double similarity) {}

    /** Makes what {@link #remember} and {@link #recall} need of a text, which takes a moment and has no effect. */
    Uni<Void> prepare(String text) {
        return embedder.embed(text).replaceWithVoid();
    }

    Uni<Remembered> remember(Mutiny.StatelessSession tx, Told told) {
        return standings.lock(tx, told.member()).chain(standing -> {
            if (isUnwanted(standing, told)) {
                count("unwanted");
                return Uni.createFrom().item(new Remembered.Unwanted());
            }
            return wanted(tx, told);
        });
    }

    /** What a member tells the bot to remember they want to be remembered, whatever they say of the rest. */
    private static boolean isUnwanted(Standing standing, Told told) {
        var heard = new Standing(standing.generation(), standing.erasedAt(), false, standing.told());
        return !(told.origin() == Origin.TOLD ? heard : standing).mayKeep(told.at());
    }

    private Uni<Remembered> wanted(Mutiny.StatelessSession tx, Told told) {
        return embedder.embed(told.text())
                .chain(vector -> facts.lock(tx, told.member())
                        .chain(shelf -> facts.bySource(tx, told.member(), told.source())
                                .chain(before -> before.isPresent()
                                        ? Uni.createFrom().item(new Remembered.Before(before.get()))
                                        : unlessFull(tx, told, shelf, vector))));
    }

    private Uni<Remembered> unlessFull(Mutiny.StatelessSession tx, Told told, ShelfRow shelf, Quantised vector) {
        return facts.count(tx, told.member()).chain(count -> {
            if (count >= config.mostPerMember()) {
                count("full");
                return Uni.createFrom().item(new Remembered.Full(config.mostPerMember()));
            }
            return similar(tx, told, vector).chain(similar -> {
                var newer = similar.stream()
                        .filter(fact -> fact.from().isAfter(told.at()))
                        .min(Comparator.comparing(Fact::from));
                return newer.isPresent()
                        ? outdated(tx, told, shelf, newer.get())
                        : note(tx, told, shelf, vector, similar);
            });
        });
    }

    /** Those of the member's facts whose place this takes, or that take its place. */
    private Uni<List<Fact>> similar(Mutiny.StatelessSession tx, Told told, Quantised vector) {
        return find(tx, told.member(), vector, config.compared(), config.near())
                .map(found -> found.stream()
                        .filter(it ->
                                replacement.replaces(told.text(), it.fact().text(), it.similarity()))
                        .map(Found::fact)
                        .toList());
    }

    private Uni<Remembered> note(
            Mutiny.StatelessSession tx, Told told, ShelfRow shelf, Quantised vector, List<Fact> replaced) {
        var fact = fact(told, shelf.nextNumber++, Optional.empty());
        var numbers = replaced.stream().map(Fact::number).toList();
        return facts.close(tx, told.member(), numbers, new Closed(told.at(), fact.number()))
                .chain(places -> vectors.remove(tx, told.member(), places))
                .chain(() -> vectors.add(tx, shelf, fact.number(), vector))
                .chain(block -> facts.add(tx, fact, Optional.of(block)))
                .chain(() -> facts.save(tx, shelf))
                .invoke(() -> count(replaced.isEmpty() ? "remembered" : "replaced"))
                .replaceWith(new Remembered.Noted(fact, replaced));
    }

    private Uni<Remembered> outdated(Mutiny.StatelessSession tx, Told told, ShelfRow shelf, Fact newer) {
        var fact = fact(told, shelf.nextNumber++, Optional.of(new Closed(newer.from(), newer.number())));
        return facts.add(tx, fact, Optional.empty())
                .chain(() -> facts.save(tx, shelf))
                .invoke(() -> count("outdated"))
                .replaceWith(new Remembered.Outdated(fact));
    }

    private Fact fact(Told told, int number, Optional<Closed> closed) {
        return new Fact(
                told.member(), number, told.text(), told.source(), told.origin(), clock.instant(), told.at(), closed);
    }

    /** What is remembered that is most like a text, the most similar first; nothing that has hardly to do with it. */
    Uni<List<Found>> recall(Mutiny.StatelessSession tx, UserId member, String text, int most) {
        return embedder.embed(text).chain(vector -> find(tx, member, vector, most, config.leastSimilar()));
    }

    private Uni<List<Found>> find(Mutiny.StatelessSession tx, UserId member, Quantised vector, int most, double least) {
        var sample = Timer.start();
        return vectors.best(tx, member, vector, new Best(most, least))
                .chain(searched ->
                        texts(tx, member, searched.matches()).invoke(() -> sample.stop(searched.cold() ? cold : warm)));
    }

    private Uni<List<Found>> texts(Mutiny.StatelessSession tx, UserId member, List<Match> matches) {
        return facts.find(tx, member, matches.stream().map(Match::number).toList())
                .map(all -> {
                    var byNumber = all.stream().collect(Collectors.toMap(Fact::number, Function.identity()));
                    return matches.stream()
                            .flatMap(match -> Optional.ofNullable(byNumber.get(match.number()))
                                    .map(fact -> new Found(fact, match.similarity()))
                                    .stream())
                            .toList();
                });
    }

    /** Forgets some, with what they had taken the place of; gives the numbers of all that are gone. */
    Uni<Set<Integer>> forget(Mutiny.StatelessSession tx, UserId member, Collection<Integer> numbers) {
        return facts.lock(tx, member)
                .chain(() -> facts.delete(tx, member, numbers))
                .call(deleted -> vectors.remove(tx, member, deleted.numbersByBlock()))
                .map(Facts.Deleted::numbers)
                .invoke(gone ->
                        meters.counter("warren.facts", "what", "forgotten").increment(gone.size()));
    }

    /** Forgets all, with what was replaced; gives how many held. */
    Uni<Long> forgetAll(Mutiny.StatelessSession tx, UserId member) {
        return facts.lock(tx, member)
                .chain(() -> facts.count(tx, member))
                .chain(held -> vectors.deleteAll(tx, member)
                        .chain(() -> facts.deleteAll(tx, member))
                        .invoke(gone -> meters.counter("warren.facts", "what", "forgotten")
                                .increment(gone))
                        .replaceWith(held));
    }

    private void count(String what) {
        meters.counter("warren.facts", "what", what).increment();
    }
}
