package dev.warren.memory.community.keeping;

import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What members made for a guild, and their deeds there; the timers of events go by themselves. */
@ApplicationScoped
class CommunityGuildData implements GuildData {
    private static final List<String> TABLES =
            List.of("deed", "contribution", "suggestion", "calendar_event", "calendar_import");

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return from(tx, guild, most, TABLES);
    }

    /** One table after the other: the next when nothing is left in the first. */
    private static Uni<Integer> from(Mutiny.StatelessSession tx, GuildId guild, int most, List<String> tables) {
        if (tables.isEmpty()) {
            return Uni.createFrom().item(0);
        }
        var table = tables.getFirst();
        return tx.createNativeQuery(("DELETE FROM %s WHERE ctid = ANY(ARRAY("
                                + "SELECT ctid FROM %s WHERE guild = :guild LIMIT :most))")
                        .formatted(table, table))
                .setParameter("guild", guild.value())
                .setParameter("most", most)
                .executeUpdate()
                .chain(deleted -> deleted > 0
                        ? Uni.createFrom().item(deleted)
                        : from(tx, guild, most, tables.subList(1, tables.size())));
    }
}
