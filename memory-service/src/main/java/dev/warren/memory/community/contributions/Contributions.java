package dev.warren.memory.community.contributions;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** What members gave, in PostgreSQL. What is removed is found by its number alone. */
@ApplicationScoped
class Contributions {
    private static final String LOCK = "SELECT 1 FROM (SELECT pg_advisory_xact_lock(:guild)) AS locked";
    private static final String THERE =
            "from ContributionRow where guild = :guild and collection = :collection and removedAt is null";

    /** A collection of a guild. */
    record Of(GuildId guild, Collection collection) {}

    Uni<Contribution> add(Mutiny.StatelessSession tx, Contribution contribution) {
        var row = ContributionRow.of(contribution);
        return tx.insert(row).map(_ -> row.contribution());
    }

    Uni<Void> save(Mutiny.StatelessSession tx, Contribution contribution) {
        return tx.update(ContributionRow.of(contribution));
    }

    /** One of the collection, removed or not, locked until the transaction ends. */
    Uni<Optional<Contribution>> find(Mutiny.StatelessSession tx, Of of, long id) {
        return tx.get(ContributionRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row)
                        .map(ContributionRow::contribution)
                        .filter(it -> it.guild().equals(of.guild()) && it.collection() == of.collection()));
    }

    Uni<Optional<Contribution>> findByUrl(Mutiny.StatelessSession tx, Of of, String url) {
        return query(tx, THERE + " and url = :url", of)
                .setParameter("url", url)
                .setMaxResults(1)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(ContributionRow::contribution));
    }

    /** Those of everybody, or of one member, the newest first. */
    Uni<List<Contribution>> list(Mutiny.StatelessSession tx, Of of, Optional<UserId> member, int offset, int most) {
        var query = query(tx, THERE + whose(member) + " order by id desc", of)
                .setFirstResult(offset)
                .setMaxResults(most);
        member.ifPresent(id -> query.setParameter("member", id.value()));
        return query.getResultList()
                .map(rows -> rows.stream().map(ContributionRow::contribution).toList());
    }

    Uni<Long> count(Mutiny.StatelessSession tx, Of of, Optional<UserId> member) {
        var query = tx.createSelectionQuery("select count(*) " + THERE + whose(member), Long.class)
                .setParameter("guild", of.guild().value())
                .setParameter("collection", of.collection());
        member.ifPresent(id -> query.setParameter("member", id.value()));
        return query.getSingleResult();
    }

    /** Until the transaction ends nobody else adds to what this guild has. */
    Uni<Void> lock(Mutiny.StatelessSession tx, GuildId guild) {
        return tx.createNativeQuery(LOCK, Integer.class)
                .setParameter("guild", guild.value())
                .getSingleResult()
                .replaceWithVoid();
    }

    private static String whose(Optional<UserId> member) {
        return member.isPresent() ? " and member = :member" : "";
    }

    private static Mutiny.SelectionQuery<ContributionRow> query(Mutiny.StatelessSession tx, String text, Of of) {
        return tx.createSelectionQuery(text, ContributionRow.class)
                .setParameter("guild", of.guild().value())
                .setParameter("collection", of.collection());
    }
}
