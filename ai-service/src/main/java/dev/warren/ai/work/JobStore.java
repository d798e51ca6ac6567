package dev.warren.ai.work;

import dev.warren.ai.AiConfig;
import dev.warren.ai.store.Sql;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.hibernate.reactive.mutiny.Mutiny;

/** The jobs as rows. An instance holds a job by its lease and the number of the attempt: who lost the lease can store nothing. */
@ApplicationScoped
class JobStore {
    private static final String NOTE = """
        INSERT INTO job (id, correlation, kind, lane, user_id, guild_id, body, trace, at, expires_at)
        VALUES (?1, ?2, ?3, ?4, ?5, CAST(nullif(?6, '') AS bigint), ?7, nullif(?8, ''), CAST(CAST(?9 AS text) AS timestamptz),
            CAST(CAST(?10 AS text) AS timestamptz))
        ON CONFLICT (id) DO NOTHING\
        """;

    private static final String NOTE_ALONE = """
        INSERT INTO job (id, correlation, kind, lane, user_id, guild_id, body, trace, at, expires_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT (id) DO NOTHING\
        """;

    private static final String WAITING =
            "SELECT count(*), max(place) FROM job WHERE lane = ?1 AND state IN ('waiting', 'running')";

    private static final String CLAIM = """
        WITH free AS (
            SELECT j.id FROM job AS j
            WHERE j.state <> 'done' AND j.lease_until < now()
                AND NOT EXISTS (SELECT FROM job AS e WHERE e.lane = j.lane AND e.place < j.place AND e.state <> 'done')
            ORDER BY j.place LIMIT $1 FOR UPDATE SKIP LOCKED)
        UPDATE job SET attempt = attempt + 1, lease_until = now() + $2 * interval '1 millisecond',
            state = CASE state WHEN 'answered' THEN state ELSE 'running' END
        FROM free WHERE job.id = free.id
        RETURNING job.*\
        """;

    private static final String RENEW = """
        UPDATE job SET lease_until = now() + $3 * interval '1 millisecond'
        FROM unnest($1::text[], $2::integer[]) AS held (id, attempt)
        WHERE job.id = held.id AND job.attempt = held.attempt AND job.state <> 'done'\
        """;

    private static final String RELEASE = """
        UPDATE job SET lease_until = now() + $3 * interval '1 millisecond', attempt = attempt - $4
        WHERE id = $1 AND attempt = $2 AND state <> 'done'\
        """;

    private static final String HOLD =
            "SELECT id, attempt FROM job WHERE id = $1 AND attempt = $2 AND state = 'running' FOR UPDATE";

    private static final String ANSWER = "UPDATE job SET state = 'answered', outcome = $2, body = NULL WHERE id = $1";

    private static final String DONE =
            "UPDATE job SET state = 'done', outcome = NULL, trace = NULL WHERE id = $1 AND state = 'answered'";

    private static final String FORGET = """
        DELETE FROM job WHERE id IN (SELECT id FROM job
            WHERE state = 'done' AND at < now() - $1 * interval '1 millisecond' LIMIT 1000)\
        """;

    private final Pool pool;
    private final AiConfig.Work config;

    JobStore(Pool pool, AiConfig config) {
        this.pool = pool;
        this.config = config.work();
    }

    /** A row, with what came of the job where that is only to be published. */
    record Claimed(Job job, Optional<String> outcome) {}

    /** Whether it is new. */
    Uni<Boolean> note(Mutiny.StatelessSession tx, Job job, Optional<GuildId> guild, UserId user) {
        return Sql.execute(
                        tx,
                        NOTE,
                        job.id().value(),
                        job.correlation().value(),
                        job.kind(),
                        job.lane(),
                        user.value(),
                        guild.map(GuildId::toString).orElse(""),
                        job.body(),
                        job.traceParent().orElse(""),
                        job.at().toString(),
                        job.expiresAt().toString())
                .map(rows -> rows > 0);
    }

    /** Whether it is new. */
    static Uni<Boolean> note(SqlConnection tx, Job job, Optional<GuildId> guild, UserId user) {
        return tx.preparedQuery(NOTE_ALONE)
                .execute(Tuple.from(Arrays.asList(
                        job.id().value(),
                        job.correlation().value(),
                        job.kind(),
                        job.lane(),
                        user.value(),
                        guild.map(GuildId::value).orElse(null),
                        job.body(),
                        job.traceParent().orElse(null),
                        job.at().atOffset(ZoneOffset.UTC),
                        job.expiresAt().atOffset(ZoneOffset.UTC))))
                .map(rows -> rows.rowCount() > 0);
    }

    /** How many jobs of a lane are not done. */
    Uni<Long> waiting(Mutiny.StatelessSession tx, String lane) {
        return Sql.rows(tx, WAITING, lane).map(rows -> ((Number) rows.getFirst()[0]).longValue());
    }

    Uni<List<Claimed>> claim(int most) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(most, config.lease().toMillis()))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .map(JobStore::claimed)
                        .toList());
    }

    private static Claimed claimed(Row row) {
        var job = new Job(
                EventId.of(row.getString("id")),
                EventId.of(row.getString("correlation")),
                row.getString("kind"),
                row.getString("lane"),
                Optional.ofNullable(row.getString("body")).orElse(""),
                row.getOffsetDateTime("at")
                        .withOffsetSameInstant(ZoneOffset.UTC)
                        .toInstant(),
                row.getOffsetDateTime("expires_at").toInstant(),
                Optional.ofNullable(row.getString("trace")),
                row.getInteger("attempt"));
        return new Claimed(job, Optional.ofNullable(row.getString("outcome")));
    }

    Uni<Void> renew(Collection<Job> held) {
        return held.isEmpty()
                ? Uni.createFrom().voidItem()
                : pool.preparedQuery(RENEW)
                        .execute(Tuple.of(
                                held.stream().map(job -> job.id().value()).toArray(String[]::new),
                                held.stream().map(Job::attempt).toArray(Integer[]::new),
                                config.lease().toMillis()))
                        .replaceWithVoid();
    }

    /**
     * Gives a job back.
     *
     * @param counts whether the attempt counts
     */
    Uni<Void> release(Job job, Duration pause, boolean counts) {
        return pool.preparedQuery(RELEASE)
                .execute(Tuple.of(job.id().value(), job.attempt(), pause.toMillis(), counts ? 0 : 1))
                .replaceWithVoid();
    }

    /** Keeps the job from others until the transaction ends; whether it is still held. */
    static Uni<Boolean> hold(SqlConnection tx, Job job) {
        return tx.preparedQuery(HOLD)
                .execute(Tuple.of(job.id().value(), job.attempt()))
                .map(rows -> rows.size() == 1);
    }

    static Uni<Void> answer(SqlConnection tx, Job job, String outcome) {
        return tx.preparedQuery(ANSWER)
                .execute(Tuple.of(job.id().value(), outcome))
                .replaceWithVoid();
    }

    Uni<Void> done(Job job) {
        return pool.preparedQuery(DONE).execute(Tuple.of(job.id().value())).replaceWithVoid();
    }

    /** Forgets what was done long ago. */
    Uni<Void> forget() {
        return pool.preparedQuery(FORGET)
                .execute(Tuple.of(config.known().toMillis()))
                .replaceWithVoid();
    }

    Pool pool() {
        return pool;
    }
}
