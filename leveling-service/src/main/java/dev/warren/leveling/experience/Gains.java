package dev.warren.leveling.experience;

import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Adds to what members earned by other things than messages. Levels follow by themselves, with what caused them. */
@ApplicationScoped
public class Gains {
    /** What a minute earns at most, whatever the factors. */
    public static final int CAP = XpRules.CAP;

    /** A row that is proposed is checked before it meets the one that stands, and must not take what is not there. */
    private static final String ADD = """
            WITH news AS MATERIALIZED (
                SELECT user_id, gained FROM unnest($2::bigint[], $3::bigint[]) AS g (user_id, gained)
            )
            INSERT INTO member_progress AS held
                (guild_id, user_id, earned, seen_message, seen_live, name, avatar, next_at, cause, caused_at)
            SELECT $1, user_id, greatest(0, gained), 0, false, '', '', $4, $5, $6 FROM news
            ORDER BY user_id
            ON CONFLICT (guild_id, user_id) DO UPDATE
            SET earned = held.earned + (SELECT gained FROM news WHERE news.user_id = held.user_id),
                cause = excluded.cause, caused_at = excluded.caused_at""";

    private final RulesHistory rules;

    Gains(RulesHistory rules) {
        this.rules = rules;
    }

    /**
     * Adds, or takes where the amount is negative, in the caller's transaction, which stores the awards that they are the sums of.
     *
     * @param cause what made it so
     */
    public Uni<Void> add(SqlConnection tx, GuildId guild, Map<UserId, Long> gained, EventId cause, Instant at) {
        var sorted = new TreeMap<Long, Long>();
        gained.forEach((member, xp) -> {
            if (xp != 0) {
                sorted.put(member.value(), xp);
            }
        });
        if (sorted.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(ADD)
                .execute(Tuple.of(
                        guild.value(),
                        sorted.keySet().toArray(Long[]::new),
                        sorted.values().toArray(Long[]::new),
                        rules.at(guild, at).curve().total(1),
                        cause.value(),
                        at.toEpochMilli()))
                .replaceWithVoid();
    }
}
