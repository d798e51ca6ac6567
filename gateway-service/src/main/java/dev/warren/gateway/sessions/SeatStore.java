package dev.warren.gateway.sessions;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Database;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Who sat in voice channels, in PostgreSQL, written a little behind. */
@ApplicationScoped
public class SeatStore {
    private static final String FIND = """
            SELECT guild, member, bot FROM voice_member WHERE (guild >> 22) % $2::bigint = $1::bigint""";
    private static final String SIT = """
            INSERT INTO voice_member (guild, member, bot)
            SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::boolean[]) AS s (guild, member, bot) ORDER BY guild, member
            ON CONFLICT (guild, member) DO UPDATE SET bot = excluded.bot""";
    private static final String RISE = """
            DELETE FROM voice_member USING unnest($1::bigint[], $2::bigint[]) AS s (guild, member)
            WHERE voice_member.guild = s.guild AND voice_member.member = s.member""";

    private final Pool pool;
    private final Seats seats;
    private final SessionsConfig config;
    private final RuntimeConfig runtime;
    private final Database database;
    private Optional<Every> writing = Optional.empty();

    SeatStore(Pool pool, Seats seats, SessionsConfig config, RuntimeConfig runtime, Database database) {
        this.pool = pool;
        this.seats = seats;
        this.config = config;
        this.runtime = runtime;
        this.database = database;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            writing = Optional.of(Every.start(
                    "voice members",
                    config.write(),
                    () -> database.isReady() ? write() : Uni.createFrom().voidItem()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        writing.ifPresent(Every::close);
    }

    /** Reads what is remembered of a shard's guilds. */
    public Uni<Void> remember(int shard, int shards) {
        return pool.preparedQuery(FIND)
                .execute(Tuple.of((long) shard, (long) shards))
                .invoke(rows -> rows.forEach(row ->
                        seats.remember(new GuildId(row.getLong(0)), new UserId(row.getLong(1)), row.getBoolean(2))))
                .replaceWithVoid();
    }

    private Uni<Void> write() {
        var changes = seats.changes();
        return changes.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.withTransaction(tx -> sit(tx, changes).chain(() -> rise(tx, Seats.free(changes))))
                        .onFailure()
                        .invoke(() -> seats.notWritten(changes));
    }

    private static Uni<Void> sit(SqlConnection tx, Map<Seats.Seat, Optional<Boolean>> changes) {
        var taken = changes.entrySet().stream()
                .filter(change -> change.getValue().isPresent())
                .toList();
        return taken.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(SIT)
                        .execute(Tuple.tuple()
                                .addArrayOfLong(longs(
                                        taken, seat -> seat.getKey().guild().value()))
                                .addArrayOfLong(longs(
                                        taken, seat -> seat.getKey().member().value()))
                                .addArrayOfBoolean(taken.stream()
                                        .map(seat -> seat.getValue().orElseThrow())
                                        .toArray(Boolean[]::new)))
                        .replaceWithVoid();
    }

    private static Uni<Void> rise(SqlConnection tx, Collection<Seats.Seat> free) {
        return free.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(RISE)
                        .execute(Tuple.tuple()
                                .addArrayOfLong(longs(free, seat -> seat.guild().value()))
                                .addArrayOfLong(
                                        longs(free, seat -> seat.member().value())))
                        .replaceWithVoid();
    }

    private static <T> Long[] longs(Collection<T> all, Function<T, Long> id) {
        return all.stream().map(id).toArray(Long[]::new);
    }
}
