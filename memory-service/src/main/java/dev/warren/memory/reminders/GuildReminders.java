package dev.warren.memory.reminders;

import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** The reminders that were asked for in a guild; their timers go by themselves. */
@ApplicationScoped
class GuildReminders implements GuildData {
    private static final String DELETE =
            "DELETE FROM reminder WHERE id IN (SELECT id FROM reminder WHERE guild = :guild LIMIT :most)";

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return tx.createNativeQuery(DELETE)
                .setParameter("guild", guild.value())
                .setParameter("most", most)
                .executeUpdate();
    }
}
