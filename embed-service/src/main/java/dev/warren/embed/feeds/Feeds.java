package dev.warren.embed.feeds;

import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/** Sources, who follows them, and what is known of them, in PostgreSQL. */
@ApplicationScoped
class Feeds {
    private static final String LOCK_GUILD = "SELECT 1 FROM (SELECT pg_advisory_xact_lock(:guild)) AS locked";
    private static final String BEGIN = """
            INSERT INTO feed (kind, source, host, title, next_at)
            VALUES (:kind, :source, :host, :title, CAST(CAST(:next AS text) AS timestamptz))
            ON CONFLICT (kind, source) DO NOTHING""";
    private static final String SEEN =
            "SELECT item FROM feed_seen WHERE feed = :feed AND item = ANY (string_to_array(:items, ','))";
    private static final String SEE = """
            INSERT INTO feed_seen (feed, item, seen_at)
            SELECT CAST(:feed AS bigint), item, CAST(CAST(:at AS text) AS timestamptz)
            FROM unnest(string_to_array(:items, ',')) AS item ORDER BY item
            ON CONFLICT (feed, item) DO UPDATE SET seen_at = excluded.seen_at""";
    private static final String FORGET = """
            DELETE FROM feed_seen WHERE feed = :feed AND seen_at < CAST(CAST(:at AS text) AS timestamptz) AND item IN (
                SELECT item FROM feed_seen WHERE feed = :feed AND seen_at < CAST(CAST(:at AS text) AS timestamptz)
                ORDER BY seen_at DESC, item OFFSET :most)""";
    private static final String FOLLOWED = "from FollowRow where feed = :feed order by id";
    private static final String DROP = """
            DELETE FROM feed WHERE id = :feed AND NOT EXISTS (SELECT 1 FROM follow WHERE follow.feed = feed.id)""";

    /** Nobody else changes what this guild follows until the transaction ends. */
    Uni<Void> lock(Mutiny.StatelessSession tx, GuildId guild) {
        return tx.createNativeQuery(LOCK_GUILD, Integer.class)
                .setParameter("guild", guild.value())
                .getSingleResult()
                .replaceWithVoid();
    }

    /** The source, there already or not; locked, so that what is new there is judged by one at a time. */
    Uni<FeedRow> begin(Mutiny.StatelessSession tx, FeedRow row, Instant next) {
        return tx.createNativeQuery(BEGIN)
                .setParameter("kind", row.kind)
                .setParameter("source", row.source)
                .setParameter("host", row.host)
                .setParameter("title", row.title)
                .setParameter("next", next.toString())
                .executeUpdate()
                .chain(() -> tx.createSelectionQuery(
                                "from FeedRow where kind = :kind and source = :source", FeedRow.class)
                        .setParameter("kind", row.kind)
                        .setParameter("source", row.source)
                        .setLockMode(LockMode.PESSIMISTIC_WRITE)
                        .getSingleResult());
    }

    Uni<Optional<FeedRow>> locked(Mutiny.StatelessSession tx, long feed) {
        return tx.get(FeedRow.class, feed, LockMode.PESSIMISTIC_WRITE).map(Optional::ofNullable);
    }

    Uni<Optional<FeedRow>> find(Mutiny.StatelessSession tx, long feed) {
        return tx.get(FeedRow.class, feed).map(Optional::ofNullable);
    }

    Uni<Void> save(Mutiny.StatelessSession tx, FeedRow row) {
        return tx.update(row);
    }

    /** Those of the items that are known already, by their keys. */
    Uni<Set<String>> seen(Mutiny.StatelessSession tx, long feed, Collection<String> keys) {
        return keys.isEmpty()
                ? Uni.createFrom().item(Set.of())
                : tx.createNativeQuery(SEEN, String.class)
                        .setParameter("feed", feed)
                        .setParameter("items", String.join(",", keys))
                        .getResultList()
                        .map(Set::copyOf);
    }

    /**
     * From now on these are known; of those that the source does not show any more, only the newest.
     *
     * @param most how many of those are remembered
     */
    Uni<Void> see(Mutiny.StatelessSession tx, long feed, Collection<String> keys, Instant now, int most) {
        return keys.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.createNativeQuery(SEE)
                        .setParameter("feed", feed)
                        .setParameter("at", now.toString())
                        .setParameter("items", String.join(",", keys))
                        .executeUpdate()
                        .chain(() -> tx.createNativeQuery(FORGET)
                                .setParameter("feed", feed)
                                .setParameter("at", now.toString())
                                .setParameter("most", most)
                                .executeUpdate())
                        .replaceWithVoid();
    }

    Uni<List<FollowRow>> followers(Mutiny.StatelessSession tx, long feed) {
        return tx.createSelectionQuery(FOLLOWED, FollowRow.class)
                .setParameter("feed", feed)
                .getResultList();
    }

    Uni<List<FollowRow>> ofGuild(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return tx.createSelectionQuery("from FollowRow where guild = :guild order by id", FollowRow.class)
                .setParameter("guild", guild.value())
                .setMaxResults(most)
                .getResultList();
    }

    /** The sources of some follows. */
    Uni<List<FeedRow>> all(Mutiny.StatelessSession tx, Collection<Long> feeds) {
        return feeds.isEmpty()
                ? Uni.createFrom().item(List.of())
                : tx.createSelectionQuery("from FeedRow where id in (:feeds)", FeedRow.class)
                        .setParameter("feeds", feeds)
                        .getResultList();
    }

    Uni<Optional<FollowRow>> follow(Mutiny.StatelessSession tx, long follow) {
        return tx.get(FollowRow.class, follow).map(Optional::ofNullable);
    }

    Uni<FollowRow> add(Mutiny.StatelessSession tx, FollowRow row) {
        return tx.insert(row).replaceWith(row);
    }

    /** Nobody follows it any more there; when nobody does anywhere, the source goes too. */
    Uni<Void> remove(Mutiny.StatelessSession tx, FollowRow row) {
        return tx.delete(row)
                .chain(() -> tx.createNativeQuery(DROP)
                        .setParameter("feed", row.feed)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
