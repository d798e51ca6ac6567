package dev.warren.economy.members;

import dev.warren.economy.desk.Occasion;
import dev.warren.runtime.events.Outgoing;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is kept of members beside the ledger. Implement it as a bean for each feature that keeps something. */
public interface MemberData {
    /**
     * Deletes what is kept of a member in the guild of the occasion, in the caller's transaction. The guild's book is locked meanwhile,
     * where there is one.
     *
     * @return what is to be done outside for it, such as taking a role back; mostly nothing
     */
    Uni<List<Outgoing<?>>> erase(Occasion occasion, Mutiny.StatelessSession tx, UserId member);

    /** The guilds where something is kept of a member; there is no harm in naming one in vain. */
    Uni<List<GuildId>> guilds(Mutiny.StatelessSession tx, UserId member);

    /** The guilds that stand in the first column. */
    static List<GuildId> guilds(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new GuildId(((Number) row[0]).longValue()))
                .toList();
    }
}
