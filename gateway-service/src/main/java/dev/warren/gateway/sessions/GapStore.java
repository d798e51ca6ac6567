package dev.warren.gateway.sessions;

import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Open gaps, in PostgreSQL; {@link ShardStore} opens them. */
@ApplicationScoped
public class GapStore {
    /** Direct messages last: of them it is not even known whether something was said. */
    private static final String NEXT = """
            SELECT channel, guild, after_message, until_message, reason, messages FROM gap
            WHERE (coalesce(guild, 0) >> 22) % $1::bigint = ANY($2) AND channel <> ALL($3)
            ORDER BY guild IS NULL, until_message DESC LIMIT $4""";

    private static final String COUNT =
            "SELECT count(*) FROM gap WHERE (coalesce(guild, 0) >> 22) % $1::bigint = ANY($2)";
    /** A gap that was widened meanwhile stays as wide as it is. */
    private static final String ADVANCE = """
            UPDATE gap SET after_message = $3, messages = $4 WHERE channel = $1 AND after_message = $2""";

    private static final String CLOSE =
            "DELETE FROM gap WHERE channel = $1 AND after_message = $2 AND until_message <= $3";

    private final Pool pool;

    GapStore(Pool pool) {
        this.pool = pool;
    }

    /**
     * Gaps of these shards, the newest first.
     *
     * @param without channels that are being read, or rest
     */
    public Uni<List<Gap>> next(Collection<Integer> shards, int count, Collection<ChannelId> without, int most) {
        return pool.preparedQuery(NEXT)
                .execute(Tuple.tuple()
                        .addLong((long) count)
                        .addArrayOfLong(longs(shards))
                        .addArrayOfLong(without.stream().map(ChannelId::value).toArray(Long[]::new))
                        .addInteger(most))
                .map(GapStore::gaps);
    }

    /** How many are open. */
    public Uni<Long> count(Collection<Integer> shards, int count) {
        return pool.preparedQuery(COUNT)
                .execute(Tuple.tuple().addLong((long) count).addArrayOfLong(longs(shards)))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    /** Notes how far it was read, unless it was widened to before where it began. */
    public Uni<Void> advance(Gap before, Gap after) {
        return pool.preparedQuery(ADVANCE)
                .execute(Tuple.tuple()
                        .addLong(before.channel().value())
                        .addLong(before.after().value())
                        .addLong(after.after().value())
                        .addInteger(after.messages()))
                .replaceWithVoid();
    }

    /** Closes it, unless it was widened meanwhile. */
    public Uni<Void> close(Gap gap) {
        return pool.preparedQuery(CLOSE)
                .execute(Tuple.tuple()
                        .addLong(gap.channel().value())
                        .addLong(gap.after().value())
                        .addLong(gap.until().value()))
                .replaceWithVoid();
    }

    private static Long[] longs(Collection<Integer> numbers) {
        return numbers.stream().map(Integer::longValue).toArray(Long[]::new);
    }

    private static List<Gap> gaps(RowSet<Row> rows) {
        var gaps = new ArrayList<Gap>(rows.size());
        for (var row : rows) {
            gaps.add(new Gap(
                    new ChannelId(row.getLong("channel")),
                    Optional.ofNullable(row.getLong("guild")).map(GuildId::new),
                    new MessageId(row.getLong("after_message")),
                    new MessageId(row.getLong("until_message")),
                    Gap.Reason.named(row.getString("reason")),
                    row.getInteger("messages")));
        }
        return gaps;
    }
}
