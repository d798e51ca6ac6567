package dev.warren.memory.archive;

import dev.warren.memory.MemoryConfig;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells members directly, once, that what they say to the bot is kept. A row goes when the broker has acknowledged the message, whose id is
 * the same whoever publishes it. Replicas share the work by locked rows.
 */
@ApplicationScoped
class Notices {
    private static final String CLAIM = """
            SELECT member, channel, since FROM privacy_notice ORDER BY member LIMIT $1 FOR UPDATE SKIP LOCKED""";
    private static final String DELETE = "DELETE FROM privacy_notice WHERE member = ANY($1)";

    private final MemoryConfig.Archive config;
    private final RuntimeConfig runtime;
    private final Pool pool;
    private final EventPublisher publisher;
    private final Readiness readiness;
    private final InstantSource clock;
    private Optional<Every> rounds = Optional.empty();

    Notices(
            MemoryConfig config,
            RuntimeConfig runtime,
            Pool pool,
            EventPublisher publisher,
            Readiness readiness,
            InstantSource clock) {
        this.config = config.archive();
        this.runtime = runtime;
        this.pool = pool;
        this.publisher = publisher;
        this.readiness = readiness;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            rounds = Optional.of(Every.start("privacy notices", config.tellEvery(), this::tell));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    private Uni<Void> tell() {
        return readiness
                .whenReady()
                .chain(() -> pool.withTransaction(tx -> tx.preparedQuery(CLAIM)
                        .execute(Tuple.of(config.tellBatch()))
                        .chain(claimed -> claimed.size() == 0 ? Uni.createFrom().voidItem() : tell(tx, claimed))));
    }

    private Uni<Void> tell(SqlConnection tx, RowSet<Row> claimed) {
        var members = new ArrayList<Long>();
        var notices = new ArrayList<Outgoing<?>>();
        for (var row : claimed) {
            members.add(row.getLong("member"));
            notices.add(notice(
                    new UserId(row.getLong("member")),
                    new ChannelId(row.getLong("channel")),
                    row.getOffsetDateTime("since").toInstant()));
        }
        return publisher
                .publish(List.copyOf(notices), Optional.empty())
                .ifNoItem()
                .after(runtime.timers().patience())
                .fail()
                .chain(() -> tx.preparedQuery(DELETE).execute(Tuple.of(members.toArray(Long[]::new))))
                .replaceWithVoid();
    }

    private Outgoing<?> notice(UserId user, ChannelId channel, Instant since) {
        var message = new PostDirectMessage(
                user,
                MessageBody.text(text(config.kept().toDays())),
                Optional.of(channel),
                clock.instant().plus(config.tellWithin()));
        return new Outgoing<>(
                Topics.REPLIES,
                Event.first(
                        EventId.of("privacy-notice:" + user + "@" + since.toEpochMilli()),
                        "/" + Service.MEMORY.id(),
                        clock.instant(),
                        channel.toString(),
                        message));
    }

    private static String text(long days) {
        return "I remember what we say to each other for " + days
                + " days, sealed with a key of your own, so that I can pick up where we left off.\n"
                + "`/privacy show` says what I keep, `/privacy opt-out` ends it, `/privacy export` gives you all of it, and "
                + "`/privacy erase` deletes it for good.";
    }
}
