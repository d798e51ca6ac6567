package dev.warren.memory.community.suggestions;

import dev.warren.memory.community.suggestions.Suggestion.Votes;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Suggestions and their votes, in PostgreSQL. What is removed is found by its number alone. */
@ApplicationScoped
class Suggestions {
    private static final String LOCK = "SELECT 1 FROM (SELECT pg_advisory_xact_lock(:guild)) AS locked";
    private static final String THERE = "from SuggestionRow where guild = :guild and removedAt is null";
    private static final String VOTES = """
            SELECT suggestion, count(*) FILTER (WHERE up), count(*) FILTER (WHERE NOT up)
            FROM suggestion_vote WHERE suggestion IN (:suggestions) GROUP BY suggestion""";
    private static final String VOTE = """
            INSERT INTO suggestion_vote (suggestion, member, up) VALUES (:suggestion, :member, :up)
            ON CONFLICT (suggestion, member) DO UPDATE SET up = EXCLUDED.up""";
    private static final String WITHDRAW =
            "DELETE FROM suggestion_vote WHERE suggestion = :suggestion AND member = :member";
    private static final String VOTED =
            "SELECT up FROM suggestion_vote WHERE suggestion = :suggestion AND member = :member";

    Uni<Suggestion> add(Mutiny.StatelessSession tx, Suggestion suggestion) {
        var row = SuggestionRow.of(suggestion);
        return tx.insert(row).map(_ -> row.suggestion());
    }

    Uni<Void> save(Mutiny.StatelessSession tx, Suggestion suggestion) {
        return tx.update(SuggestionRow.of(suggestion));
    }

    /** One of the guild, removed or not, locked until the transaction ends: its votes, too, change one after the other. */
    Uni<Optional<Suggestion>> find(Mutiny.StatelessSession tx, GuildId guild, long id) {
        return tx.get(SuggestionRow.class, id, LockMode.PESSIMISTIC_WRITE)
                .map(row -> Optional.ofNullable(row)
                        .map(SuggestionRow::suggestion)
                        .filter(it -> it.guild().equals(guild)));
    }

    /** The newest first. */
    Uni<List<Suggestion>> list(
            Mutiny.StatelessSession tx, GuildId guild, Optional<Standing> standing, int offset, int most) {
        var query = tx.createSelectionQuery(THERE + of(standing) + " order by id desc", SuggestionRow.class)
                .setParameter("guild", guild.value())
                .setFirstResult(offset)
                .setMaxResults(most);
        standing.ifPresent(it -> query.setParameter("standing", it));
        return query.getResultList()
                .map(rows -> rows.stream().map(SuggestionRow::suggestion).toList());
    }

    Uni<Long> count(Mutiny.StatelessSession tx, GuildId guild, Optional<Standing> standing) {
        var query = tx.createSelectionQuery("select count(*) " + THERE + of(standing), Long.class)
                .setParameter("guild", guild.value());
        standing.ifPresent(it -> query.setParameter("standing", it));
        return query.getSingleResult();
    }

    /** How many a member has in the guild. Until the transaction ends nobody else adds to what the guild has. */
    Uni<Long> countOf(Mutiny.StatelessSession tx, GuildId guild, UserId member) {
        return tx.createNativeQuery(LOCK, Integer.class)
                .setParameter("guild", guild.value())
                .getSingleResult()
                .chain(_ -> tx.createSelectionQuery("select count(*) " + THERE + " and member = :member", Long.class)
                        .setParameter("guild", guild.value())
                        .setParameter("member", member.value())
                        .getSingleResult());
    }

    private static String of(Optional<Standing> standing) {
        return standing.isPresent() ? " and standing = :standing" : "";
    }

    /** What a member has voted: for it or against it. */
    Uni<Optional<Boolean>> vote(Mutiny.StatelessSession tx, long suggestion, UserId member) {
        return tx.createNativeQuery(VOTED, Boolean.class)
                .setParameter("suggestion", suggestion)
                .setParameter("member", member.value())
                .getResultList()
                .map(rows -> rows.stream().findFirst());
    }

    /** Sets a member's vote, or takes it away. */
    Uni<Void> vote(Mutiny.StatelessSession tx, long suggestion, UserId member, Optional<Boolean> up) {
        var query = tx.createNativeQuery(up.isPresent() ? VOTE : WITHDRAW)
                .setParameter("suggestion", suggestion)
                .setParameter("member", member.value());
        up.ifPresent(it -> query.setParameter("up", it));
        return query.executeUpdate().replaceWithVoid();
    }

    Uni<Votes> votes(Mutiny.StatelessSession tx, long suggestion) {
        return votes(tx, List.of(suggestion)).map(all -> all.getOrDefault(suggestion, Votes.NONE));
    }

    /** By suggestion; those that nobody voted on are left out. */
    Uni<Map<Long, Votes>> votes(Mutiny.StatelessSession tx, List<Long> suggestions) {
        if (suggestions.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return tx.createNativeQuery(VOTES, Object[].class)
                .setParameter("suggestions", suggestions)
                .getResultList()
                .map(rows -> {
                    var votes = new HashMap<Long, Votes>();
                    for (var row : rows) {
                        votes.put(number(row[0]), new Votes(number(row[1]), number(row[2])));
                    }
                    return votes;
                });
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
