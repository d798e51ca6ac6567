package dev.warren.memory.errors;

import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The errors of all guilds. */
@ApplicationScoped
class MemberErrors {
    private static final String LOCK = "SELECT 1 FROM (SELECT pg_advisory_xact_lock(:guild)) AS locked";

    Uni<Void> save(Mutiny.StatelessSession tx, ErrorRow row) {
        return tx.upsert(row);
    }

    Uni<Optional<ErrorRow>> find(Mutiny.StatelessSession tx, String id) {
        return tx.get(ErrorRow.class, id).map(Optional::ofNullable);
    }

    /** The newest ones, newest first. */
    Uni<List<ErrorRow>> latest(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return tx.createSelectionQuery("from ErrorRow where guild = :guild order by at desc, id", ErrorRow.class)
                .setParameter("guild", guild.value())
                .setMaxResults(most)
                .getResultList();
    }

    /** When a line was told last. Until the transaction ends nobody else asks that for this guild. */
    Uni<Optional<Instant>> lastTold(Mutiny.StatelessSession tx, GuildId guild) {
        return tx.createNativeQuery(LOCK, Integer.class)
                .setParameter("guild", guild.value())
                .getSingleResult()
                .chain(_ -> tx.createSelectionQuery(
                                "from ErrorRow where guild = :guild and told order by at desc", ErrorRow.class)
                        .setParameter("guild", guild.value())
                        .setMaxResults(1)
                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(row -> row.at));
    }

    /** How many came after that, untold. */
    Uni<Long> untold(Mutiny.StatelessSession tx, GuildId guild, Instant after) {
        return tx.createSelectionQuery(
                        "select count(*) from ErrorRow where guild = :guild and not told and at > :after", Long.class)
                .setParameter("guild", guild.value())
                .setParameter("after", after)
                .getSingleResult();
    }
}
