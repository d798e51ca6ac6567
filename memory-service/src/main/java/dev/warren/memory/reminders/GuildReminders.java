package dev.warren.memory.reminders;

import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reminders that were asked for in a guild. Their timers rest while the bot is not in it, and go with it. */
@ApplicationScoped
class GuildReminders implements GuildData {
    private static final String DELETE =
            "DELETE FROM reminder WHERE id IN (SELECT id FROM reminder WHERE guild = ?1 ORDER BY id LIMIT ?2)";

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return tx.createNativeQuery(DELETE)
                .setParameter(1, guild.value())
                .setParameter(2, most)
                .executeUpdate();
    }
}
