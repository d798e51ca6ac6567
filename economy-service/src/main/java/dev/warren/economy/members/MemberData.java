package dev.warren.economy.members;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is kept of members beside the ledger. Implement it as a bean for each feature that keeps something. */
public interface MemberData {
    /** Deletes what is kept of a member in a guild, in the caller's transaction. */
    Uni<Void> erase(Mutiny.StatelessSession tx, GuildId guild, UserId member);

    /** The guilds where something is kept of a member; there is no harm in naming one in vain. */
    Uni<List<GuildId>> guilds(Mutiny.StatelessSession tx, UserId member);
}
