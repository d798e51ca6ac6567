package dev.warren.embed.feeds;

import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a guild follows and asked for, with what is noted of it; a source that nobody else follows goes with it. */
@ApplicationScoped
class GuildFollows implements GuildData {
    private static final String ORDERS =
            "DELETE FROM feed_order WHERE id IN (SELECT id FROM feed_order WHERE guild = :guild LIMIT :most)";
    private static final String FOLLOWS =
            "DELETE FROM follow WHERE id IN (SELECT id FROM follow WHERE guild = :guild ORDER BY id LIMIT :most)";
    private static final String SOURCES = """
            DELETE FROM feed WHERE id IN (
                SELECT id FROM feed WHERE NOT EXISTS (SELECT 1 FROM follow WHERE follow.feed = feed.id)
                ORDER BY id LIMIT :most FOR UPDATE SKIP LOCKED)""";

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return ofGuild(tx, ORDERS, guild, most)
                .chain(orders -> ofGuild(tx, FOLLOWS, guild, most)
                        .chain(follows -> follows == 0
                                ? Uni.createFrom().item(orders)
                                : tx.createNativeQuery(SOURCES)
                                        .setParameter("most", most)
                                        .executeUpdate()
                                        .replaceWith(orders + follows)));
    }

    private static Uni<Integer> ofGuild(Mutiny.StatelessSession tx, String sql, GuildId guild, int most) {
        return tx.createNativeQuery(sql)
                .setParameter("guild", guild.value())
                .setParameter("most", most)
                .executeUpdate();
    }
}
