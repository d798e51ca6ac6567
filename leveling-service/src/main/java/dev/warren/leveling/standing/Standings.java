package dev.warren.leveling.standing;

import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Who stands where. Only members with XP stand anywhere. */
public interface Standings {
    /** Where a member stands; none without XP. */
    Uni<Optional<Standing>> find(GuildId guild, UserId member);

    /**
     * A page of the leaderboard; the last one where there are fewer.
     *
     * @param number counted from 0, not negative
     * @param size at least 1
     * @param caller whose own place comes with it
     */
    Uni<Page> page(GuildId guild, int number, int size, UserId caller);

    /**
     * The page on which a member stands, the first for one without XP.
     *
     * @param size at least 1
     */
    Uni<Page> pageOf(GuildId guild, UserId member, int size);

    /** All members with XP in order, also hidden ones, each with the place that they would have. */
    Uni<List<Standing>> all(GuildId guild, int most);
}
