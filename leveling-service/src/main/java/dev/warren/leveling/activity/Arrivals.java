package dev.warren.leveling.activity;

import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who came and who left. */
@ApplicationScoped
public class Arrivals {
    private static final String NOTE = """
            INSERT INTO member_change (guild_id, event, user_id, joined, at)
            VALUES (?1, ?2, ?3, ?4, CAST(CAST(?5 AS text) AS timestamptz))
            ON CONFLICT (guild_id, event) DO NOTHING""";

    private final Statistics statistics;

    Arrivals(Statistics statistics) {
        this.statistics = statistics;
    }

    /**
     * Notes that somebody joined or left; once, however often the event comes.
     *
     * @param joined otherwise left
     */
    public Uni<Void> note(
            Mutiny.StatelessSession tx, GuildId guild, EventId event, UserId member, boolean joined, Instant at) {
        return tx.createNativeQuery(NOTE)
                .setParameter(1, guild.value())
                .setParameter(2, event.value())
                .setParameter(3, member.value())
                .setParameter(4, joined)
                .setParameter(5, at.toString())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** When a member last joined, where that was seen. */
    public Uni<Optional<Instant>> joined(GuildId guild, UserId member) {
        return statistics.joined(guild, member);
    }
}
