package dev.warren.runtime.departures;

import dev.warren.schemas.ids.GuildId;
import io.smallrye.mutiny.Uni;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a service keeps of guilds. Implement it as a bean for each feature that keeps something; it is asked when a guild removed the bot
 * {@code warren.departures.grace} ago and did not take it back.
 */
public interface GuildData {
    /**
     * Deletes a part of what is kept of the guild, in the caller's transaction. It is called, each time in a transaction of its own, until
     * nothing is left. Should the guild take the bot back in between, it is not called again: leave what stays whole.
     *
     * @param most how many rows one call may delete, or how many of what they belong to
     * @return how many it were; 0 when nothing is left
     */
    Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most);
}
