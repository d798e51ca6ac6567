package dev.warren.gateway.sessions;

import dev.warren.gateway.connection.BotUser;
import dev.warren.gateway.connection.GatewaySession;
import dev.warren.gateway.connection.Snowflake;
import dev.warren.gateway.connection.StoredSession;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What shards remember, in PostgreSQL. */
@ApplicationScoped
public class ShardStore {
    private static final String FIND = "SELECT * FROM shard WHERE shard = $1 FOR UPDATE";
    /** After a change of the shard count, a shard's guilds were anybody's: the oldest of all counts. */
    private static final String ELSEWHERE = "SELECT min(newest) FROM shard WHERE newest > 0";

    private static final String OWN = """
            INSERT INTO shard (shard, shards, epoch) VALUES ($1, $2, 1)
            ON CONFLICT (shard) DO UPDATE SET shards = excluded.shards, epoch = shard.epoch + 1
            RETURNING epoch""";
    /** Discord's rule for which shard a guild is of; direct messages are of the first. */
    private static final String MARKS = """
            SELECT channel, guild, message FROM channel_mark WHERE (coalesce(guild, 0) >> 22) % $2::bigint = $1::bigint""";

    private static final String WRITE = """
            UPDATE shard SET session_id = $3, resume_url = $4, application = $5, flags = $6, bot = $7, bot_name = $8,
                sequence = $9, newest = $10, since = $11, awaited = $12
            WHERE shard = $1 AND epoch = $2""";
    private static final String MARK = """
            INSERT INTO channel_mark AS held (channel, guild, message)
            SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS m (channel, guild, message) ORDER BY channel
            ON CONFLICT (channel) DO UPDATE SET message = greatest(held.message, excluded.message)""";
    private static final String OPEN = """
            INSERT INTO gap AS held (channel, guild, after_message, until_message, reason)
            SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[], $5::text[])
                AS g (channel, guild, after_message, until_message, reason) ORDER BY channel
            ON CONFLICT (channel) DO UPDATE SET after_message = least(held.after_message, excluded.after_message),
                until_message = greatest(held.until_message, excluded.until_message)""";
    private static final String FORGET = "DELETE FROM channel_mark WHERE channel = ANY($1)";
    private static final String LEAVE_MARKS = "DELETE FROM channel_mark WHERE guild = ANY($1)";
    private static final String LEAVE_GAPS = "DELETE FROM gap WHERE guild = ANY($1)";

    private final Pool pool;

    ShardStore(Pool pool) {
        this.pool = pool;
    }

    /** Somebody else owns the shard by now. */
    public static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Superseded(int shard) {
            super("shard " + shard + " has another owner", null, false, false);
        }
    }

    /** Takes the shard, so that its owner before can write no more, and reads what is remembered of it. */
    public Uni<Memory> own(int shard, int shards) {
        return pool.withTransaction(tx -> tx.preparedQuery(FIND)
                .execute(Tuple.of(shard))
                .chain(rows -> tx.preparedQuery(OWN)
                        .execute(Tuple.of(shard, shards))
                        .map(owned -> owned.iterator().next().getLong("epoch"))
                        .chain(epoch -> {
                            for (var row : rows) {
                                if (row.getInteger("shards") == shards && row.getLong("newest") > 0) {
                                    return marks(tx, shard, shards).map(marks -> memory(epoch, row, marks));
                                }
                            }
                            return anew(tx, shard, shards, epoch);
                        })));
    }

    private static Uni<Memory> anew(SqlConnection tx, int shard, int shards, long epoch) {
        return tx.query(ELSEWHERE)
                .execute()
                .map(rows -> Optional.ofNullable(rows.iterator().next().getLong(0)))
                .chain(newest -> newest.isEmpty()
                        ? Uni.createFrom().item(Memory.none(epoch))
                        : marks(tx, shard, shards)
                                .map(marks -> new Memory(
                                        epoch,
                                        Optional.empty(),
                                        newest.map(MessageId::new),
                                        newest.map(MessageId::new),
                                        Set.of(),
                                        marks)));
    }

    /**
     * Writes all of it or nothing.
     *
     * @return fails with {@link Superseded} when the shard has another owner
     */
    public Uni<Void> write(int shard, long epoch, Changes changes) {
        return pool.withTransaction(tx -> tx.preparedQuery(WRITE)
                .execute(place(shard, epoch, changes))
                .invoke(written -> {
                    if (written.rowCount() == 0) {
                        throw new Superseded(shard);
                    }
                })
                .chain(() -> forget(tx, LEAVE_MARKS, ids(changes.left(), GuildId::value)))
                .chain(() -> forget(tx, LEAVE_GAPS, ids(changes.left(), GuildId::value)))
                .chain(() -> forget(tx, FORGET, ids(changes.forgotten(), ChannelId::value)))
                .chain(() -> mark(tx, List.copyOf(changes.marks())))
                .chain(() -> open(tx, List.copyOf(changes.gaps()))));
    }

    private static Tuple place(int shard, long epoch, Changes changes) {
        var row = Tuple.tuple().addInteger(shard).addLong(epoch);
        var session = changes.session().map(StoredSession::session);
        row.addString(session.map(GatewaySession::id).orElse(null))
                .addString(session.map(GatewaySession::resumeUrl)
                        .map(URI::toString)
                        .orElse(null))
                .addLong(session.map(known -> known.application().value()).orElse(null))
                .addLong(session.map(GatewaySession::applicationFlags).orElse(null))
                .addLong(session.map(known -> known.bot().id().value()).orElse(null))
                .addString(session.map(known -> known.bot().name()).orElse(null))
                .addLong(changes.session().map(StoredSession::sequence).orElse(0L))
                .addLong(changes.newest().map(MessageId::value).orElse(0L))
                .addLong(changes.since().map(MessageId::value).orElse(0L))
                .addArrayOfLong(ids(changes.awaited(), GuildId::value));
        return row;
    }

    private static Uni<Void> forget(SqlConnection tx, String statement, Long[] ids) {
        return ids.length == 0
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(statement)
                        .execute(Tuple.tuple().addArrayOfLong(ids))
                        .replaceWithVoid();
    }

    private static Uni<Void> mark(SqlConnection tx, List<Mark> marks) {
        if (marks.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(MARK)
                .execute(Tuple.tuple()
                        .addArrayOfLong(ids(marks, mark -> mark.channel().value()))
                        .addArrayOfLong(guilds(marks, Mark::guild))
                        .addArrayOfLong(ids(marks, mark -> mark.message().value())))
                .replaceWithVoid();
    }

    private static Uni<Void> open(SqlConnection tx, List<Gap> gaps) {
        if (gaps.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return tx.preparedQuery(OPEN)
                .execute(Tuple.tuple()
                        .addArrayOfLong(ids(gaps, gap -> gap.channel().value()))
                        .addArrayOfLong(guilds(gaps, Gap::guild))
                        .addArrayOfLong(ids(gaps, gap -> gap.after().value()))
                        .addArrayOfLong(ids(gaps, gap -> gap.until().value()))
                        .addArrayOfString(gaps.stream()
                                .map(gap -> gap.reason().wireName())
                                .toArray(String[]::new)))
                .replaceWithVoid();
    }

    private static <T> Long[] ids(Collection<T> all, Function<T, Long> id) {
        return all.stream().map(id).toArray(Long[]::new);
    }

    private static <T> @Nullable Long[] guilds(Collection<T> all, Function<T, Optional<GuildId>> guild) {
        return all.stream()
                .map(one -> guild.apply(one).map(GuildId::value).orElse(null))
                .toArray(Long[]::new);
    }

    private static Uni<List<Mark>> marks(SqlConnection tx, int shard, int shards) {
        return tx.preparedQuery(MARKS)
                .execute(Tuple.of((long) shard, (long) shards))
                .map(ShardStore::marks);
    }

    private static List<Mark> marks(RowSet<Row> rows) {
        var marks = new ArrayList<Mark>(rows.size());
        for (var row : rows) {
            marks.add(new Mark(
                    new ChannelId(row.getLong(0)),
                    Optional.ofNullable(row.getLong(1)).map(GuildId::new),
                    new MessageId(row.getLong(2))));
        }
        return marks;
    }

    private static Memory memory(long epoch, Row row, List<Mark> marks) {
        var session = Optional.ofNullable(row.getString("session_id"))
                .map(id -> new StoredSession(
                        new GatewaySession(
                                id,
                                URI.create(row.getString("resume_url")),
                                new Snowflake(row.getLong("application")),
                                row.getLong("flags"),
                                new BotUser(new Snowflake(row.getLong("bot")), row.getString("bot_name")),
                                Set.of()),
                        row.getLong("sequence")));
        return new Memory(
                epoch,
                session,
                id(row.getLong("newest")),
                id(row.getLong("since")),
                Arrays.stream(row.getArrayOfLongs("awaited")).map(GuildId::new).collect(Collectors.toSet()),
                marks);
    }

    private static Optional<MessageId> id(long value) {
        return value == 0 ? Optional.empty() : Optional.of(new MessageId(value));
    }
}
