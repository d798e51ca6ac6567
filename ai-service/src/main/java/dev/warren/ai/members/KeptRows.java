package dev.warren.ai.members;

import dev.warren.ai.store.Sql;
import dev.warren.runtime.departures.GuildData;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The rows of conversations, jobs and spending. What a guild spent in all stays when a member is erased: it names nobody. What a guild's
 * members said lies in Redis, and leaves it by itself within the hour, a summary within the day.
 */
@ApplicationScoped
class KeptRows implements GuildData, MemberData {
    private static final List<String> TABLES = List.of("job", "conversation", "spending", "reservation");

    /** Conversations forget members themselves, with what was said in them. */
    private static final List<String> OF_MEMBERS = List.of("job", "spending", "reservation");

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return Multi.createFrom()
                .iterable(TABLES)
                .onItem()
                .transformToUniAndConcatenate(table -> Sql.execute(
                        tx,
                        "DELETE FROM %1$s WHERE ctid IN (SELECT ctid FROM %1$s WHERE guild_id = ?1 LIMIT ?2)"
                                .formatted(table),
                        guild.value(),
                        most))
                .collect()
                .in(() -> new int[1], (sum, gone) -> sum[0] += gone)
                .map(sum -> sum[0]);
    }

    @Override
    public Uni<Void> erase(Mutiny.StatelessSession tx, Optional<GuildId> guild, UserId member) {
        return Multi.createFrom()
                .iterable(OF_MEMBERS)
                .onItem()
                .transformToUniAndConcatenate(table -> Sql.execute(
                        tx,
                        "DELETE FROM %s WHERE user_id = ?1 AND (CAST(?2 AS bigint) = 0 OR guild_id = CAST(?2 AS bigint))"
                                .formatted(table),
                        member.value(),
                        guild.map(GuildId::value).orElse(0L)))
                .collect()
                .asList()
                .replaceWithVoid();
    }
}
