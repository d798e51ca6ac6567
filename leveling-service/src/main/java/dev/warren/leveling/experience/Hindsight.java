package dev.warren.leveling.experience;

import dev.warren.leveling.experience.Sighting.Key;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a member's last messages, judged once more by the rules that held. Only guilds whose rules look back have their messages
 * in mind; elsewhere the awards are all there is.
 */
@ApplicationScoped
public class Hindsight {
    private static final String BEGIN = """
            SELECT min(created_at) FROM (
                SELECT created_at FROM message_feature WHERE guild_id = $1 AND user_id = $2 ORDER BY message DESC LIMIT $3
            ) AS last""";

    private final Pool pool;
    private final FeatureRows rows;
    private final HeldRules rules;

    Hindsight(Pool pool, FeatureRows rows, HeldRules rules) {
        this.pool = pool;
        this.rows = rows;
        this.rules = rules;
    }

    /** The last messages, the newest first. */
    public Uni<List<Judged>> last(GuildId guild, UserId member, int most) {
        return pool.preparedQuery(BEGIN)
                .execute(Tuple.of(guild.value(), member.value(), most))
                .map(found -> Optional.ofNullable(found.iterator().next().getLong(0)))
                .chain(begin -> begin.map(at -> judged(guild, member, Minute.of(Instant.ofEpochMilli(at)), most))
                        .orElseGet(() -> Uni.createFrom().item(List.of())));
    }

    private Uni<List<Judged>> judged(GuildId guild, UserId member, Minute begin, int most) {
        return rows.context(pool, Map.of(new Key(guild, member), begin)).map(contexts -> {
            var context = contexts.getFirst();
            var judged = new Fold(
                            time -> rules.at(guild, time), Past.of(context.before(), context.xp()), context.elsewhere())
                    .judge(context.features())
                    .reversed();
            return List.copyOf(judged.subList(0, Math.min(most, judged.size())));
        });
    }
}
