package dev.warren.economy.members;

import dev.warren.economy.ledger.Sql;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** The time zones that members have set in their profiles. */
@ApplicationScoped
public class Timezones {
    private static final String FIND =
            "SELECT zone, user_id FROM member_timezone WHERE user_id = ?1 AND zone IS NOT NULL";

    /** A profile is one for all guilds, and changes in two guilds may come in another order than they were made. */
    private static final String CHANGED = """
            INSERT INTO member_timezone (user_id, zone, changed_at)
            VALUES (?1, nullif(CAST(?2 AS text), ''), CAST(CAST(?3 AS text) AS timestamptz))
            ON CONFLICT (user_id) DO UPDATE SET zone = excluded.zone, changed_at = excluded.changed_at
            WHERE member_timezone.changed_at < excluded.changed_at""";

    private static final String FORGET = "DELETE FROM member_timezone WHERE user_id = ?1";

    /** The zone of a member; none where they have set none, or one that this Java does not know. */
    public Uni<Optional<ZoneId>> of(Mutiny.StatelessSession tx, UserId member) {
        return Sql.rows(tx, FIND, member.value())
                .map(rows -> rows.stream().findFirst().flatMap(row -> zone(row[0].toString())));
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    Uni<Void> changed(Mutiny.StatelessSession tx, UserId member, Optional<String> zone, Instant at) {
        return Sql.execute(tx, CHANGED, member.value(), zone.orElse(""), at.toString())
                .replaceWithVoid();
    }

    Uni<Void> forget(Mutiny.StatelessSession tx, UserId member) {
        return Sql.execute(tx, FORGET, member.value()).replaceWithVoid();
    }
}
