package dev.warren.memory.undo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** What members did, in PostgreSQL: the newest of each member in each guild. */
@ApplicationScoped
public class Deeds {
    private static final TypeReference<Map<String, String>> STATE = new TypeReference<>() {};
    private static final String LOCK = "SELECT 1 FROM (SELECT pg_advisory_xact_lock(:member)) AS locked";
    private static final String TRIM = """
            DELETE FROM deed WHERE member = :member AND guild = :guild AND id <= (
                SELECT id FROM deed WHERE member = :member AND guild = :guild ORDER BY id DESC OFFSET :most LIMIT 1)""";

    private final UndoConfig config;
    private final ObjectMapper json = new ObjectMapper();

    Deeds(UndoConfig config) {
        this.config = config;
    }

    /** A deed with its number. */
    record Numbered(long id, Deed deed) {}

    /** Remembers what was done, in the caller's transaction. What had been taken back before cannot be done again after that. */
    public Uni<Void> note(Mutiny.StatelessSession tx, Deed deed, Instant at) {
        var row = new DeedRow();
        row.guild = deed.guild().value();
        row.member = deed.member().value();
        row.owner = deed.owner().value();
        row.kind = deed.kind();
        row.item = deed.item();
        row.name = deed.name();
        row.before = write(deed.before());
        row.after = write(deed.after());
        row.at = at;
        return tx.createMutationQuery("delete from DeedRow where member = :member and guild = :guild and undone")
                .setParameter("member", row.member)
                .setParameter("guild", row.guild)
                .executeUpdate()
                .chain(() -> tx.insert(row))
                .chain(() -> tx.createNativeQuery(TRIM)
                        .setParameter("member", row.member)
                        .setParameter("guild", row.guild)
                        .setParameter("most", config.most())
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Forgets a member's deeds of a kind, in whatever guild. */
    public Uni<Void> forget(Mutiny.StatelessSession tx, UserId member, String kind) {
        return tx.createMutationQuery("delete from DeedRow where member = :member and kind = :kind")
                .setParameter("member", member.value())
                .setParameter("kind", kind)
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * The next one to take back, the newest first, or to do again, in the order in which they were done. Until the transaction ends nobody
     * else gets one of that member's.
     */
    Uni<Optional<Numbered>> next(
            Mutiny.StatelessSession tx, GuildId guild, UserId member, boolean undone, Instant since) {
        return tx.createNativeQuery(LOCK, Integer.class)
                .setParameter("member", member.value())
                .getSingleResult()
                .chain(_ -> tx.createSelectionQuery(
                                "from DeedRow where member = :member and guild = :guild and undone = :undone and at >= :since"
                                        + " order by id " + (undone ? "asc" : "desc"),
                                DeedRow.class)
                        .setParameter("member", member.value())
                        .setParameter("guild", guild.value())
                        .setParameter("undone", undone)
                        .setParameter("since", since)
                        .setMaxResults(1)
                        .getResultList())
                .map(rows -> rows.stream().findFirst().map(this::read));
    }

    Uni<Void> mark(Mutiny.StatelessSession tx, long id, boolean undone) {
        return tx.createMutationQuery("update DeedRow set undone = :undone where id = :id")
                .setParameter("undone", undone)
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> forget(Mutiny.StatelessSession tx, long id) {
        return tx.createMutationQuery("delete from DeedRow where id = :id")
                .setParameter("id", id)
                .executeUpdate()
                .replaceWithVoid();
    }

    private Numbered read(DeedRow row) {
        var deed = new Deed(
                new GuildId(row.guild),
                new UserId(row.member),
                new UserId(row.owner),
                row.kind,
                row.item,
                row.name,
                state(row.before),
                state(row.after));
        return new Numbered(row.id == null ? 0 : row.id, deed);
    }

    private String write(Map<String, String> state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state cannot be written", e);
        }
    }

    private Map<String, String> state(String text) {
        try {
            return json.readValue(text, STATE);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a state cannot be read", e);
        }
    }
}
