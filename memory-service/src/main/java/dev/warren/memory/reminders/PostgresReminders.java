package dev.warren.memory.reminders;

import dev.warren.memory.keys.MemberKey;
import dev.warren.memory.keys.MemberKeys;
import dev.warren.memory.keys.PlainRows;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reminders in PostgreSQL, the words of each sealed with its member's key. */
@ApplicationScoped
class PostgresReminders implements Reminders {
    /** Far above any configured limit. */
    private static final int MOST = 1_000;

    private static final Uni<Optional<Reminder>> NONE = Uni.createFrom().item(Optional.empty());
    private static final String NEXT = "SELECT nextval(pg_get_serial_sequence('reminder', 'id')), 0";
    private static final String ERASE_TIMERS =
            "DELETE FROM timer WHERE id IN (SELECT 'reminder:' || id FROM reminder WHERE member = :member)";
    private static final String LOCK = "SELECT 1 FROM (SELECT pg_advisory_xact_lock(:member)) AS locked";

    private final MemberKeys keys;

    PostgresReminders(MemberKeys keys) {
        this.keys = keys;
    }

    @Override
    public Uni<Reminder> add(Mutiny.StatelessSession tx, Reminder reminder) {
        return tx.createNativeQuery(NEXT, Object[].class)
                .getSingleResult()
                .map(next -> ((Number) next[0]).longValue())
                .chain(id -> keys.of(tx, reminder.member()).chain(key -> {
                    var row = ReminderRow.of(reminder, id, key.sealText(ReminderRow.name(id), reminder.words()));
                    return tx.insert(row).map(_ -> row.saying(reminder.words()));
                }));
    }

    @Override
    public Uni<Void> save(Mutiny.StatelessSession tx, Reminder reminder) {
        // the row is locked, and so cannot be erased meanwhile: a key that is there is enough
        return keys.find(tx, reminder.member())
                .chain(found ->
                        found.map(key -> Uni.createFrom().item(key)).orElseGet(() -> keys.of(tx, reminder.member())))
                .chain(key -> tx.update(ReminderRow.of(
                        reminder, reminder.id(), key.sealText(ReminderRow.name(reminder.id()), reminder.words()))));
    }

    @Override
    public Uni<Optional<Reminder>> find(Mutiny.StatelessSession tx, long id) {
        return tx.get(ReminderRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .chain(row -> row == null ? NONE : read(tx, row));
    }

    @Override
    public Uni<Optional<Reminder>> findByReply(Mutiny.StatelessSession tx, EventId reply) {
        return tx.createSelectionQuery("from ReminderRow where reply = :reply", ReminderRow.class)
                .setParameter("reply", reply.value())
                .setLockMode(LockMode.PESSIMISTIC_WRITE)
                .getResultList()
                .chain(rows -> rows.isEmpty() ? NONE : read(tx, rows.getFirst()));
    }

    /** None where the key is destroyed: the row is about to go, too. */
    private Uni<Optional<Reminder>> read(Mutiny.StatelessSession tx, ReminderRow row) {
        return row.isPlain()
                ? Uni.createFrom().item(Optional.of(row.saying(row.words)))
                : keys.find(tx, row.owner()).map(key -> key.flatMap(found -> read(row, found)));
    }

    private static Optional<Reminder> read(ReminderRow row, MemberKey key) {
        return row.isPlain()
                ? Optional.of(row.saying(row.words))
                : Optional.ofNullable(row.sealed).map(bytes -> row.saying(key.openText(row.name(), bytes)));
    }

    private Uni<List<Reminder>> read(Mutiny.StatelessSession tx, UserId member, List<ReminderRow> rows) {
        return keys.find(tx, member)
                .map(key -> rows.stream()
                        .flatMap(row -> row.isPlain()
                                ? Stream.of(row.saying(row.words))
                                : key.flatMap(found -> read(row, found)).stream())
                        .toList());
    }

    @Override
    public Uni<List<Reminder>> waiting(Mutiny.StatelessSession tx, UserId member) {
        return tx.createSelectionQuery(
                        "from ReminderRow where member = :member and state = WAITING order by dueAt, id",
                        ReminderRow.class)
                .setParameter("member", member.value())
                .setMaxResults(MOST)
                .getResultList()
                .chain(rows -> read(tx, member, rows));
    }

    @Override
    public Uni<List<Reminder>> all(Mutiny.StatelessSession tx, UserId member) {
        return tx.createSelectionQuery("from ReminderRow where member = :member order by id", ReminderRow.class)
                .setParameter("member", member.value())
                .getResultList()
                .chain(rows -> read(tx, member, rows));
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession tx, UserId member) {
        return tx.createNativeQuery(ERASE_TIMERS)
                .setParameter("member", member.value())
                .executeUpdate()
                .chain(() -> tx.createMutationQuery("delete from ReminderRow where member = :member")
                        .setParameter("member", member.value())
                        .executeUpdate())
                .replaceWithVoid();
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

    /** Those of older builds. */
    @ApplicationScoped
    static class Plain implements PlainRows {
        @Override
        public String find() {
            return """
                    SELECT id, member, words AS content FROM reminder WHERE words <> '%s'
                    ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED""".formatted(ReminderRow.AWAY);
        }

        @Override
        public String row(long id) {
            return ReminderRow.name(id);
        }

        @Override
        public String seal() {
            return """
                    UPDATE reminder SET sealed = n.sealed, words = '%s'
                    FROM unnest($1::bigint[], $2::bytea[]) AS n (id, sealed) WHERE reminder.id = n.id""".formatted(ReminderRow.AWAY);
        }
    }
}
