package dev.warren.memory.errors;

import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** What went wrong in a guild. */
@ApplicationScoped
class GuildErrors implements GuildData {
    private static final String DELETE =
            "DELETE FROM member_error WHERE id IN (SELECT id FROM member_error WHERE guild = :guild LIMIT :most)";

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return tx.createNativeQuery(DELETE)
                .setParameter("guild", guild.value())
                .setParameter("most", most)
                .executeUpdate();
    }
}
