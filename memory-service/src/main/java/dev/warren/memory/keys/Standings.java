package dev.warren.memory.keys;

import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** What holds for members, under marks that name nobody. */
@ApplicationScoped
public class Standings {
    private static final String COLUMNS = "mark, generation, erased_at, silent, told";
    private static final String FIND = "SELECT " + COLUMNS + " FROM member_standing WHERE mark = ?1";
    private static final String LOCK = FIND + " FOR SHARE";
    private static final String ENSURE = "INSERT INTO member_standing (mark) VALUES (?1) ON CONFLICT DO NOTHING";
    private static final String SILENCE = """
            INSERT INTO member_standing (mark, silent) VALUES (?1, ?2)
            ON CONFLICT (mark) DO UPDATE SET silent = excluded.silent""";
    private static final String ERASE = """
            INSERT INTO member_standing AS held (mark, generation, erased_at)
            VALUES (?1, 1, CAST(CAST(?2 AS text) AS timestamptz))
            ON CONFLICT (mark) DO UPDATE SET generation = held.generation + 1, told = false,
                erased_at = greatest(held.erased_at, excluded.erased_at)""";

    /** In order, since two batches that lock them in another would wait for each other. */
    private static final String ENSURE_ALL = """
            INSERT INTO member_standing (mark) SELECT mark FROM unnest($1::text[]) AS new (mark) ORDER BY mark
            ON CONFLICT DO NOTHING""";

    private static final String LOCK_ALL =
            "SELECT " + COLUMNS + " FROM member_standing WHERE mark = ANY($1::text[]) ORDER BY mark FOR SHARE";
    private static final String TOLD = "UPDATE member_standing SET told = true WHERE mark = ANY($1::text[])";

    private final KeyRing ring;

    Standings(KeyRing ring) {
        this.ring = ring;
    }

    private Uni<Marks> marks() {
        return ring.make(List.of(KeyId.OF_MARKS)).map(keys -> new Marks(bytes(keys)));
    }

    private static byte[] bytes(Map<KeyId, byte[]> keys) {
        return Optional.ofNullable(keys.get(KeyId.OF_MARKS))
                .orElseThrow(() -> new IllegalStateException("there is no key of marks"));
    }

    /** As it is. */
    public Uni<Standing> find(Mutiny.StatelessSession tx, UserId user) {
        return marks().chain(marks -> find(tx, FIND, marks.of(user)));
    }

    /** As it is, and nobody erases the member before the transaction ends. */
    public Uni<Standing> lock(Mutiny.StatelessSession tx, UserId user) {
        return marks().chain(marks -> execute(tx, ENSURE, marks.of(user)).chain(() -> find(tx, LOCK, marks.of(user))));
    }

    /** Whether they want nothing kept of what they say. */
    public Uni<Void> silence(Mutiny.StatelessSession tx, UserId user, boolean silent) {
        return marks().chain(marks -> execute(tx, SILENCE, marks.of(user), silent));
    }

    /** They are erased; they are told anew when something of theirs is kept again. Nobody keeps anything of theirs meanwhile. */
    Uni<Standing> erase(Mutiny.StatelessSession tx, UserId user, Instant at) {
        return marks().chain(marks ->
                execute(tx, ERASE, marks.of(user), at.toString()).chain(() -> find(tx, FIND, marks.of(user))));
    }

    private static Uni<Standing> find(Mutiny.StatelessSession tx, String sql, String mark) {
        return tx.createNativeQuery(sql, Object[].class)
                .setParameter(1, mark)
                .getResultList()
                .map(rows -> rows.isEmpty() ? Standing.NEW : standing(rows.getFirst()));
    }

    private static Standing standing(Object[] row) {
        return new Standing(
                ((Number) row[1]).intValue(),
                Optional.ofNullable(row[2]).map(Standings::instant),
                (Boolean) row[3],
                (Boolean) row[4]);
    }

    private static Instant instant(Object time) {
        return switch (time) {
            case Instant instant -> instant;
            case OffsetDateTime offset -> offset.toInstant();
            default -> throw new IllegalStateException("this is no time: " + time.getClass());
        };
    }

    private static Uni<Void> execute(Mutiny.StatelessSession tx, String sql, Object... values) {
        var query = tx.createNativeQuery(sql);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.executeUpdate().replaceWithVoid();
    }

    /** The same as {@link #lock} for those of a batch. */
    public Uni<Map<UserId, Standing>> lockAll(SqlConnection tx, Collection<UserId> users) {
        return marks().chain(marks -> {
            var byMark = new TreeMap<String, UserId>();
            users.forEach(user -> byMark.put(marks.of(user), user));
            var all = Tuple.of(byMark.keySet().toArray(String[]::new));
            return tx.preparedQuery(ENSURE_ALL)
                    .execute(all)
                    .chain(() -> tx.preparedQuery(LOCK_ALL).execute(all))
                    .map(rows -> {
                        var found = new HashMap<UserId, Standing>();
                        for (var row : rows) {
                            Optional.ofNullable(byMark.get(row.getString(0)))
                                    .ifPresent(user -> found.put(
                                            user,
                                            new Standing(
                                                    row.getInteger(1),
                                                    Optional.ofNullable(row.getOffsetDateTime(2))
                                                            .map(OffsetDateTime::toInstant),
                                                    row.getBoolean(3),
                                                    row.getBoolean(4))));
                        }
                        return found;
                    });
        });
    }

    /** They are told, or it stands in the same transaction that they will be. */
    public Uni<Void> told(SqlConnection tx, Collection<UserId> users) {
        return marks().chain(marks -> tx.preparedQuery(TOLD)
                .execute(Tuple.of(users.stream().map(marks::of).sorted().toArray(String[]::new)))
                .replaceWithVoid());
    }
}
