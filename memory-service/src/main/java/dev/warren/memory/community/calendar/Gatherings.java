package dev.warren.memory.community.calendar;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Events and who comes to them, in PostgreSQL. What is cancelled, and what is over, is found by its number alone. */
@ApplicationScoped
class Gatherings {
    private static final String LOCK = "SELECT 1 FROM (SELECT pg_advisory_xact_lock(:guild)) AS locked";
    private static final String TO_COME =
            "from GatheringRow where guild = :guild and removedAt is null and not draft and endsAt > :now";
    private static final String JOIN = """
            INSERT INTO calendar_guest (event, member, at) VALUES (:event, :member, :at)
            ON CONFLICT (event, member) DO NOTHING""";
    private static final String LEAVE = "DELETE FROM calendar_guest WHERE event = :event AND member = :member";
    private static final String GUESTS = "SELECT member FROM calendar_guest WHERE event = :event ORDER BY at, member";

    Uni<Gathering> add(Mutiny.StatelessSession tx, Gathering gathering) {
        var row = GatheringRow.of(gathering);
        return tx.insert(row).map(_ -> row.gathering());
    }

    /** Adds one after the other. */
    Uni<List<Gathering>> addAll(Mutiny.StatelessSession tx, List<Gathering> gatherings) {
        return Multi.createFrom()
                .iterable(gatherings)
                .onItem()
                .transformToUniAndConcatenate(it -> add(tx, it))
                .collect()
                .asList();
    }

    Uni<Void> save(Mutiny.StatelessSession tx, Gathering gathering) {
        return tx.update(GatheringRow.of(gathering));
    }

    /** One of the guild, in whatever state, locked until the transaction ends: who comes, too, changes one after the other. */
    Uni<Optional<Gathering>> find(Mutiny.StatelessSession tx, GuildId guild, long id) {
        return tx.get(GatheringRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row)
                        .map(GatheringRow::gathering)
                        .filter(it -> it.guild().equals(guild)));
    }

    /** What is to come or under way, the next first. */
    Uni<List<Gathering>> toCome(Mutiny.StatelessSession tx, GuildId guild, Instant now, int offset, int most) {
        return tx.createSelectionQuery(TO_COME + " order by startsAt, id", GatheringRow.class)
                .setParameter("guild", guild.value())
                .setParameter("now", now)
                .setFirstResult(offset)
                .setMaxResults(most)
                .getResultList()
                .map(rows -> rows.stream().map(GatheringRow::gathering).toList());
    }

    Uni<Long> countToCome(Mutiny.StatelessSession tx, GuildId guild, Instant now) {
        return tx.createSelectionQuery("select count(*) " + TO_COME, Long.class)
                .setParameter("guild", guild.value())
                .setParameter("now", now)
                .getSingleResult();
    }

    Uni<Long> countToComeOf(Mutiny.StatelessSession tx, GuildId guild, UserId member, Instant now) {
        return tx.createSelectionQuery("select count(*) " + TO_COME + " and member = :member", Long.class)
                .setParameter("guild", guild.value())
                .setParameter("now", now)
                .setParameter("member", member.value())
                .getSingleResult();
    }

    /** Until the transaction ends nobody else adds to what the guild has. */
    Uni<Void> lock(Mutiny.StatelessSession tx, GuildId guild) {
        return tx.createNativeQuery(LOCK, Integer.class)
                .setParameter("guild", guild.value())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Deletes the drafts of a member: one question stands at a time. */
    Uni<Void> deleteDrafts(Mutiny.StatelessSession tx, GuildId guild, UserId member) {
        return tx.createMutationQuery("delete from GatheringRow where guild = :guild and member = :member and draft")
                .setParameter("guild", guild.value())
                .setParameter("member", member.value())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** In the order in which they joined. */
    Uni<List<UserId>> guests(Mutiny.StatelessSession tx, long event) {
        return tx.createNativeQuery(GUESTS, Long.class)
                .setParameter("event", event)
                .getResultList()
                .map(rows -> rows.stream().map(UserId::new).toList());
    }

    Uni<Void> join(Mutiny.StatelessSession tx, long event, UserId member, Instant at) {
        return tx.createNativeQuery(JOIN)
                .setParameter("event", event)
                .setParameter("member", member.value())
                .setParameter("at", at)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> leave(Mutiny.StatelessSession tx, long event, UserId member) {
        return tx.createNativeQuery(LEAVE)
                .setParameter("event", event)
                .setParameter("member", member.value())
                .executeUpdate()
                .replaceWithVoid();
    }
}
