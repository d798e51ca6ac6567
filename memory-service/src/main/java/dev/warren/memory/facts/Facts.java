package dev.warren.memory.facts;

import dev.warren.memory.facts.Fact.Closed;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** The facts of all members. */
interface Facts {
    /** Locks a member's shelf to the end of the transaction; there is one from then on. */
    Uni<ShelfRow> lock(Mutiny.StatelessSession tx, UserId member);

    /** Stores which numbers come next. */
    Uni<Void> save(Mutiny.StatelessSession tx, ShelfRow shelf);

    /** What was remembered because of an event. */
    Uni<Optional<Fact>> bySource(Mutiny.StatelessSession tx, UserId member, EventId source);

    /** How many hold. */
    Uni<Long> count(Mutiny.StatelessSession tx, UserId member);

    /** How many there are, also of what holds no more. */
    Uni<Long> countAll(Mutiny.StatelessSession tx, UserId member);

    /** Those with these numbers that hold, in no order; what is not there is left out. */
    Uni<List<Fact>> find(Mutiny.StatelessSession tx, UserId member, Collection<Integer> numbers);

    /** Those that hold, the newest first. */
    Uni<List<Fact>> newest(Mutiny.StatelessSession tx, UserId member, int most);

    /** All of a member's from a number on, in order, also what holds no more. */
    Uni<List<Fact>> all(Mutiny.StatelessSession tx, UserId member, int from, int most);

    /** Stores a new one, and in which block its vector lies; none for what does not hold. */
    Uni<Void> add(Mutiny.StatelessSession tx, Fact fact, Optional<Integer> block);

    /** Notes that these hold no more; gives the blocks in which their vectors lay, with their numbers. */
    Uni<Map<Integer, Set<Integer>>> close(
            Mutiny.StatelessSession tx, UserId member, Collection<Integer> numbers, Closed closed);

    /** What was deleted. */
    record Deleted(Set<Integer> numbers, Map<Integer, Set<Integer>> numbersByBlock) {}

    /** Deletes these, and those whose place they took. */
    Uni<Deleted> delete(Mutiny.StatelessSession tx, UserId member, Collection<Integer> numbers);

    /** Deletes all of a member's; gives how many there were. */
    Uni<Integer> deleteAll(Mutiny.StatelessSession tx, UserId member);

    /** Deletes a member's shelf, so that numbers begin anew. */
    Uni<Void> deleteShelf(Mutiny.StatelessSession tx, UserId member);
}
