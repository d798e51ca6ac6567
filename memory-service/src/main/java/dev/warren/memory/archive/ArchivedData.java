package dev.warren.memory.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.warren.memory.MemoryConfig;
import dev.warren.memory.archive.Said.Kind;
import dev.warren.memory.keys.MemberKey;
import dev.warren.memory.keys.MemberKeys;
import dev.warren.memory.privacy.PersonalData;
import dev.warren.schemas.event.WireJson;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a member and the bot said to each other, for the member. */
@ApplicationScoped
class ArchivedData implements PersonalData {
    private static final String COUNT = "SELECT count(*), 0 FROM conversation_record WHERE member = ?1";
    /** So many more bytes are a row's own names and brackets. */
    private static final int MARGIN = 64;

    private static final int PAGE = 500;

    private static final String PAGE_OF = """
            SELECT event_id, kind, sealed, at FROM conversation_record WHERE member = ?1
            ORDER BY at DESC, event_id DESC OFFSET ?2 LIMIT ?3""";
    private static final String DELETE = "DELETE FROM conversation_record WHERE member = ?1";
    private static final String DELETE_NOTICE = "DELETE FROM privacy_notice WHERE member = ?1";

    private final MemoryConfig.Archive config;
    private final MemberKeys keys;
    private final ObjectMapper mapper = WireJson.mapper();

    ArchivedData(MemoryConfig config, MemberKeys keys) {
        this.config = config.archive();
        this.keys = keys;
    }

    @Override
    public String name() {
        return "conversations";
    }

    @Override
    public String kept() {
        return "What you and I said to each other, for " + config.kept().toDays() + " days";
    }

    @Override
    public Uni<Long> count(Mutiny.StatelessSession tx, UserId user) {
        return rows(tx, COUNT, user.value()).map(rows -> ((Number) rows.getFirst()[0]).longValue());
    }

    @Override
    public Uni<JsonNode> export(Mutiny.StatelessSession tx, UserId user) {
        return keys.find(tx, user)
                .chain(found -> found.map(key -> count(tx, user)
                                .chain(count ->
                                        pages(tx, user, key, new Export(mapper.createObjectNode(), 0, 0, count))))
                        .orElseGet(() -> Uni.createFrom().item(new Export(mapper.createObjectNode(), 0, 0, 0))))
                .map(Export::whole);
    }

    /** What was read so far, the newest first. */
    private record Export(ObjectNode node, int rows, long bytes, long count) {
        JsonNode whole() {
            for (var kind : Kind.values()) {
                var newestFirst = node.withArray(kind.several());
                var ordered = node.arrayNode();
                for (int i = newestFirst.size() - 1; i >= 0; i--) {
                    ordered.add(newestFirst.get(i));
                }
                node.set(kind.several(), ordered);
            }
            if (rows < count) {
                node.put("olderLeftOut", count - rows);
            }
            return node;
        }
    }

    private Uni<Export> pages(Mutiny.StatelessSession tx, UserId user, MemberKey key, Export before) {
        return rows(tx, PAGE_OF, user.value(), before.rows(), PAGE).chain(rows -> {
            var read = before;
            for (var row : rows) {
                var plain = key.open(Said.row(row[0].toString()), (byte[]) row[2]);
                if (read.bytes() + plain.length + MARGIN > config.exportBytes()) {
                    return Uni.createFrom().item(read);
                }
                var kind = Kind.valueOf(row[1].toString());
                read.node().withArray(kind.several()).add(json(plain));
                read = new Export(read.node(), read.rows() + 1, read.bytes() + plain.length + MARGIN, read.count());
            }
            return rows.size() < PAGE ? Uni.createFrom().item(read) : pages(tx, user, key, read);
        });
    }

    private JsonNode json(byte[] plain) {
        try {
            return mapper.readTree(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("what was kept cannot be read", e);
        }
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession tx, UserId user) {
        return execute(tx, DELETE, user).chain(() -> execute(tx, DELETE_NOTICE, user));
    }

    private static Uni<List<Object[]>> rows(Mutiny.StatelessSession tx, String sql, Object... values) {
        var query = tx.createNativeQuery(sql, Object[].class);
        for (int i = 0; i < values.length; i++) {
            query.setParameter(i + 1, values[i]);
        }
        return query.getResultList();
    }

    private static Uni<Void> execute(Mutiny.StatelessSession tx, String sql, UserId user) {
        return tx.createNativeQuery(sql)
                .setParameter(1, user.value())
                .executeUpdate()
                .replaceWithVoid();
    }
}
