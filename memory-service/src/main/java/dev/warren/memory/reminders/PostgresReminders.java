package dev.warren.memory.reminders;

import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reminders in PostgreSQL. */
@ApplicationScoped
class PostgresReminders implements Reminders {
    /** Far above any configured limit. */
    private static final int MOST = 1_000;

    private static final String LOCK = "SELECT 1 FROM (SELECT pg_advisory_xact_lock(:member)) AS locked";

    @Override
    public Uni<Reminder> add(Mutiny.StatelessSession tx, Reminder reminder) {
        var row = ReminderRow.of(reminder);
        return tx.insert(row).map(_ -> row.reminder());
    }

    @Override
    public Uni<Void> save(Mutiny.StatelessSession tx, Reminder reminder) {
        return tx.update(ReminderRow.of(reminder));
    }

    @Override
    public Uni<Optional<Reminder>> find(Mutiny.StatelessSession tx, long id) {
        return tx.get(ReminderRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row).map(ReminderRow::reminder));
    }

    @Override
    public Uni<Optional<Reminder>> findByReply(Mutiny.StatelessSession tx, EventId reply) {
        return tx.createSelectionQuery("from ReminderRow where reply = :reply", ReminderRow.class)
                .setParameter("reply", reply.value())
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .map(rows -> rows.stream().findFirst().map(ReminderRow::reminder));
    }

    @Override
    public Uni<List<Reminder>> waiting(Mutiny.StatelessSession tx, UserId member) {
        return tx.createSelectionQuery(
                        "from ReminderRow where member = :member and state = WAITING order by dueAt, id",
                        ReminderRow.class)
                .setParameter("member", member.value())
                .setMaxResults(MOST)
                .getResultList()
                .map(rows -> rows.stream().map(ReminderRow::reminder).toList());
    }

    @Override
    public Uni<Long> count(Mutiny.StatelessSession tx, UserId member) {
        return tx.createNativeQuery(LOCK, Integer.class)
                .setParameter("member", member.value())
                .getSingleResult()
                .chain(_ -> tx.createSelectionQuery(
                                "select count(*) from ReminderRow where member = :member and state = WAITING",
                                Long.class)
                        .setParameter("member", member.value())
                        .getSingleResult());
    }

    @Override
    public Uni<Void> deleteDrafts(Mutiny.StatelessSession tx, UserId member) {
        return tx.createMutationQuery("delete from ReminderRow where member = :member and state = DRAFT")
                .setParameter("member", member.value())
                .executeUpdate()
                .replaceWithVoid();
    }
}
