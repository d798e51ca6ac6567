package dev.warren.memory.facts;

import dev.warren.memory.facts.Fact.Closed;
import dev.warren.memory.keys.MemberKeys;
import dev.warren.memory.keys.Standings;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Facts in PostgreSQL. */
@ApplicationScoped
class PostgresFacts implements Facts {
    private static final String SHELF = "INSERT INTO fact_shelf (member) VALUES (:member) ON CONFLICT DO NOTHING";

    private static final String WITH_THOSE_BEFORE = """
        WITH RECURSIVE gone AS (
            SELECT number, block FROM fact WHERE member = :member AND number IN (:numbers)
            UNION
            SELECT fact.number, fact.block FROM fact JOIN gone ON fact.member = :member AND fact.closed_by = gone.number)
        SELECT number, block FROM gone\
        """;

    private final MemberKeys keys;
    private final Standings standings;

    PostgresFacts(MemberKeys keys, Standings standings) {
        this.keys = keys;
        this.standings = standings;
    }

    @Override
    public Uni<ShelfRow> lock(Mutiny.StatelessSession tx, UserId member) {
        // first what an erasure locks first, so that neither waits for the other
        return standings
                .lock(tx, member)
                .chain(() -> tx.createNativeQuery(SHELF)
                        .setParameter("member", member.value())
                        .executeUpdate())
                .chain(() -> tx.get(ShelfRow.class, member.value(), LockMode.PESSIMISTIC_WRITE));
    }

    @Override
    public Uni<Void> save(Mutiny.StatelessSession tx, ShelfRow shelf) {
        return tx.update(shelf);
    }

    @Override
    public Uni<Optional<Fact>> bySource(Mutiny.StatelessSession tx, UserId member, EventId source) {
        return facts(
                        tx,
                        member,
                        tx.createSelectionQuery(
                                        "from FactRow where key.member = :member and source = :source", FactRow.class)
                                .setParameter("member", member.value())
                                .setParameter("source", source.value())
                                .getResultList())
                .map(found -> found.stream().findFirst());
    }

    @Override
    public Uni<Long> count(Mutiny.StatelessSession tx, UserId member) {
        return tx.createSelectionQuery(
                        "select count(*) from FactRow where key.member = :member and validUntil is null", Long.class)
                .setParameter("member", member.value())
                .getSingleResult();
    }

    @Override
    public Uni<Long> countAll(Mutiny.StatelessSession tx, UserId member) {
        return tx.createSelectionQuery("select count(*) from FactRow where key.member = :member", Long.class)
                .setParameter("member", member.value())
                .getSingleResult();
    }

    @Override
    public Uni<List<Fact>> find(Mutiny.StatelessSession tx, UserId member, Collection<Integer> numbers) {
        return numbers.isEmpty()
                ? Uni.createFrom().item(List.of())
                : facts(
                        tx,
                        member,
                        tx.createSelectionQuery(
                                        "from FactRow where key.member = :member and key.number in (:numbers) and"
                                                + " validUntil is null",
                                        FactRow.class)
                                .setParameter("member", member.value())
                                .setParameter("numbers", numbers)
                                .getResultList());
    }

    @Override
    public Uni<List<Fact>> newest(Mutiny.StatelessSession tx, UserId member, int most) {
        return facts(
                tx,
                member,
                tx.createSelectionQuery(
                                "from FactRow where key.member = :member and validUntil is null order by key.number"
                                        + " desc",
                                FactRow.class)
                        .setParameter("member", member.value())
                        .setMaxResults(most)
                        .getResultList());
    }

    @Override
    public Uni<List<Fact>> all(Mutiny.StatelessSession tx, UserId member, int from, int most) {
        return facts(
                tx,
                member,
                tx.createSelectionQuery(
                                "from FactRow where key.member = :member and key.number >= :from order by key.number",
                                FactRow.class)
                        .setParameter("member", member.value())
                        .setParameter("from", from)
                        .setMaxResults(most)
                        .getResultList());
    }

    /** Opens what was read; of who is just being erased there is nothing any more. */
    private Uni<List<Fact>> facts(Mutiny.StatelessSession tx, UserId member, Uni<List<FactRow>> read) {
        return read.chain(rows -> rows.isEmpty()
                ? Uni.createFrom().item(List.of())
                : keys.find(tx, member)
                        .map(found -> found.map(memberKey -> rows.stream()
                                        .map(row -> row.fact(memberKey))
                                        .toList())
                                .orElse(List.of())));
    }

    @Override
    public Uni<Void> add(Mutiny.StatelessSession tx, Fact fact, Optional<Integer> block) {
        return keys.of(tx, fact.member()).chain(memberKey -> tx.insert(FactRow.of(fact, block, memberKey)));
    }

    @Override
    public Uni<Map<Integer, Set<Integer>>> close(
            Mutiny.StatelessSession tx, UserId member, Collection<Integer> numbers, Closed closed) {
        if (numbers.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return places(
                        tx,
                        "select key.number, block from FactRow where key.member = :member and key.number in (:numbers)"
                                + " and validUntil is null",
                        member,
                        numbers)
                .call(() -> tx.createMutationQuery("update FactRow set validUntil = :at, closedBy = :by, block = null"
                                + " where key.member = :member and key.number in (:numbers) and validUntil is null")
                        .setParameter("at", closed.at())
                        .setParameter("by", closed.by())
                        .setParameter("member", member.value())
                        .setParameter("numbers", numbers)
                        .executeUpdate())
                .map(Deleted::numbersByBlock);
    }

    private static Uni<Deleted> places(
            Mutiny.StatelessSession tx, String query, UserId member, Collection<Integer> numbers) {
        return tx.createSelectionQuery(query, Object[].class)
                .setParameter("member", member.value())
                .setParameter("numbers", numbers)
                .getResultList()
                .map(PostgresFacts::deleted);
    }

    private static Deleted deleted(List<Object[]> rows) {
        var numbers = new HashSet<Integer>();
        var byBlock = new HashMap<Integer, Set<Integer>>();
        for (var row : rows) {
            var number = (Integer) row[0];
            numbers.add(number);
            if (row[1] instanceof Integer block) {
                byBlock.computeIfAbsent(block, _ -> new HashSet<>()).add(number);
            }
        }
        return new Deleted(numbers, byBlock);
    }

    @Override
    public Uni<Deleted> delete(Mutiny.StatelessSession tx, UserId member, Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            return Uni.createFrom().item(new Deleted(Set.of(), Map.of()));
        }
        return tx.createNativeQuery(WITH_THOSE_BEFORE, Object[].class)
                .setParameter("member", member.value())
                .setParameter("numbers", numbers)
                .getResultList()
                .map(PostgresFacts::deleted)
                .call(deleted -> deleted.numbers().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : tx.createMutationQuery(
                                        "delete from FactRow where key.member = :member and key.number in (:numbers)")
                                .setParameter("member", member.value())
                                .setParameter("numbers", deleted.numbers())
                                .executeUpdate());
    }

    @Override
    public Uni<Integer> deleteAll(Mutiny.StatelessSession tx, UserId member) {
        return tx.createMutationQuery("delete from FactRow where key.member = :member")
                .setParameter("member", member.value())
                .executeUpdate();
    }

    @Override
    public Uni<Void> deleteShelf(Mutiny.StatelessSession tx, UserId member) {
        return tx.createMutationQuery("delete from ShelfRow where member = :member")
                .setParameter("member", member.value())
                .executeUpdate()
                .replaceWithVoid();
    }
}
