package dev.warren.leveling.experience;

import dev.warren.leveling.rounds.Sql;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What gave XP by hand. Levels follow from any change of a member's XP by themselves; with this they also know what they follow from, and
 * are announced as long as it is news.
 */
@ApplicationScoped
public class Causes {
    private static final String NOTE =
            "UPDATE member_progress SET cause = ?3, caused_at = ?4 WHERE guild_id = ?1 AND user_id = ?2";

    /** Notes it in the transaction that changes the XP; nothing happens where the member has no row. */
    public Uni<Void> note(Mutiny.StatelessSession tx, GuildId guild, UserId member, EventId cause, Instant at) {
        return Sql.execute(tx, NOTE, guild.value(), member.value(), cause.value(), at.toEpochMilli())
                .replaceWithVoid();
    }
}
