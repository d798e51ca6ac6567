package dev.warren.embed.feeds;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be asked now. A claim is a short transaction: who has one may ask for as long as the lease lasts, and what it brings counts
 * only while nobody else has claimed since. So no connection is held while a site takes its time, and a dead instance holds up nothing.
 */
@ApplicationScoped
class DueFeeds {
    /** Only what somebody follows whose guild the bot is in; of one host only so many at once. */
    private static final String CLAIM = """
            UPDATE feed SET turn = feed.turn + 1, next_at = $2 FROM (
                SELECT id, next_at FROM feed WHERE id IN (
                    SELECT id FROM (
                        SELECT id, next_at, row_number() OVER (PARTITION BY host ORDER BY next_at, id) AS place
                        FROM feed WHERE next_at <= $1 AND paused_at IS NULL AND EXISTS (
                            SELECT 1 FROM follow WHERE follow.feed = feed.id AND NOT EXISTS (
                                SELECT 1 FROM left_guild WHERE left_guild.guild = follow.guild))
                    ) AS due WHERE place <= $4 ORDER BY next_at LIMIT $3)
                AND next_at <= $1 FOR UPDATE SKIP LOCKED
            ) AS claimed WHERE feed.id = claimed.id
            RETURNING feed.id, feed.kind, feed.source, feed.host, feed.etag, feed.modified, feed.turn, claimed.next_at AS due_at""";

    private static final String ORDERS = """
            UPDATE feed_order SET tries = tries + 1, due_at = $2 WHERE id IN (
                SELECT id FROM feed_order WHERE due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED)
            RETURNING tries, wish""";

    private final FeedsConfig config;
    private final Pool pool;

    DueFeeds(FeedsConfig config, Pool pool) {
        this.config = config;
        this.pool = pool;
    }

    /**
     * A source that this instance may ask.
     *
     * @param dueAt when it should have been asked
     */
    record Claim(
            long feed,
            String kind,
            String source,
            String host,
            Polled.Validators validators,
            long turn,
            Instant dueAt) {}

    /**
     * An order that this instance may carry out.
     *
     * @param tries this one included
     */
    record Ordered(int tries, FeedOrder order) {}

    Uni<List<Claim>> claim(Instant now) {
        return pool.preparedQuery(CLAIM)
                .execute(Tuple.of(utc(now), utc(now.plus(config.lease())), config.batch(), config.batchPerHost()))
                .map(rows -> {
                    var claims = new ArrayList<Claim>();
                    rows.forEach(row -> claims.add(claim(row)));
                    return List.copyOf(claims);
                });
    }

    private static Claim claim(Row row) {
        return new Claim(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("source"),
                row.getString("host"),
                new Polled.Validators(
                        Optional.ofNullable(row.getString("etag")), Optional.ofNullable(row.getString("modified"))),
                row.getLong("turn"),
                row.getOffsetDateTime("due_at").toInstant());
    }

    Uni<List<Ordered>> orders(Instant now) {
        return pool.preparedQuery(ORDERS)
                .execute(Tuple.of(utc(now), utc(now.plus(config.lease())), config.batch()))
                .map(rows -> {
                    var orders = new ArrayList<Ordered>();
                    rows.forEach(row ->
                            orders.add(new Ordered(row.getInteger("tries"), FeedOrder.read(row.getString("wish")))));
                    return List.copyOf(orders);
                });
    }

    private static OffsetDateTime utc(Instant time) {
        return time.atOffset(ZoneOffset.UTC);
    }
}
