package dev.warren.ai.members;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** What is kept of members. Implement it as a bean for each feature that keeps something. */
@FunctionalInterface
public interface MemberData {
    /**
     * Deletes what is kept of a member, in the caller's transaction.
     *
     * @param guild where; everywhere when there is none
     */
    Uni<Void> erase(Mutiny.StatelessSession tx, Optional<GuildId> guild, UserId member);
}
