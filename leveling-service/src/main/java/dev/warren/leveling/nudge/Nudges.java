package dev.warren.leveling.nudge;

import dev.warren.leveling.information.KnownGuilds;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.departures.GuildData;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.lifecycle.Database;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostDirectMessage;
import dev.warren.schemas.discord.GuildEvent.GuildKnown;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who wants to be nudged, and who is due. A nudge has an id made from the time since which the member is quiet, and is marked as sent after
 * the broker has it: sent twice, it is posted once. A member is told once for each time they fall silent.
 */
@ApplicationScoped
class Nudges implements GuildData {
    private static final Duration WORTH = Duration.ofDays(1);

    private static final String WISH = """
            INSERT INTO nudge (guild_id, user_id, days, since) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (guild_id, user_id) DO UPDATE SET days = excluded.days""";

    private static final String END = "DELETE FROM nudge WHERE guild_id = ?1 AND user_id = ?2";

    private static final String DUE = """
            SELECT n.guild_id, n.user_id, n.days, greatest(n.since, (coalesce(p.seen_message, 0) >> 22) + 1420070400000) AS quiet
            FROM nudge AS n LEFT JOIN member_progress AS p USING (guild_id, user_id)
            WHERE greatest(n.since, (coalesce(p.seen_message, 0) >> 22) + 1420070400000)
                BETWEEN n.nudged + 1 AND $1::bigint - n.days * 86400000::bigint
            ORDER BY n.guild_id, n.user_id LIMIT $2
            FOR UPDATE OF n SKIP LOCKED""";

    private static final String TOLD = """
            UPDATE nudge SET nudged = told.quiet
            FROM unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS told (guild_id, user_id, quiet)
            WHERE nudge.guild_id = told.guild_id AND nudge.user_id = told.user_id""";

    private static final String DELETE =
            "DELETE FROM nudge WHERE ctid = ANY (ARRAY(SELECT ctid FROM nudge WHERE guild_id = ?1 LIMIT ?2))";

    private final RuntimeConfig runtime;
    private final NudgeConfig config;
    private final Database database;
    private final Pool pool;
    private final KnownGuilds guilds;
    private final EventPublisher publisher;
    private final InstantSource clock;
    private Optional<Every> looking = Optional.empty();

    Nudges(
            RuntimeConfig runtime,
            NudgeConfig config,
            Database database,
            Pool pool,
            KnownGuilds guilds,
            EventPublisher publisher,
            InstantSource clock) {
        this.runtime = runtime;
        this.config = config;
        this.database = database;
        this.pool = pool;
        this.guilds = guilds;
        this.publisher = publisher;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            looking = Optional.of(Every.start("nudges", config.look(), () -> nudge(clock.instant())));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        looking.ifPresent(Every::close);
    }

    /** A member wants to be told after so many quiet days. */
    Uni<Void> wish(Mutiny.StatelessSession tx, GuildId guild, UserId member, int days, Instant now) {
        return tx.createNativeQuery(WISH)
                .setParameter(1, guild.value())
                .setParameter(2, member.value())
                .setParameter(3, days)
                .setParameter(4, now.toEpochMilli())
                .executeUpdate()
                .replaceWithVoid();
    }

    /** A member does not want it any more; whether they did. */
    Uni<Boolean> end(Mutiny.StatelessSession tx, GuildId guild, UserId member) {
        return tx.createNativeQuery(END)
                .setParameter(1, guild.value())
                .setParameter(2, member.value())
                .executeUpdate()
                .map(ended -> ended > 0);
    }

    /** Tells those who are due. */
    Uni<Void> nudge(Instant now) {
        return database.isReady()
                ? pool.withTransaction(tx -> tx.preparedQuery(DUE)
                        .execute(Tuple.of(now.toEpochMilli(), config.atOnce()))
                        .chain(due -> due.size() == 0 ? Uni.createFrom().voidItem() : tell(tx, due, now)))
                : Uni.createFrom().voidItem();
    }

    private Uni<Void> tell(SqlConnection tx, Iterable<Row> due, Instant now) {
        var messages = new ArrayList<Outgoing<?>>();
        var keys = List.of(new ArrayList<Long>(), new ArrayList<Long>(), new ArrayList<Long>());
        for (var row : due) {
            messages.add(message(row, now));
            for (int i = 0; i < keys.size(); i++) {
                keys.get(i).add(row.getLong(i == 2 ? "quiet" : i == 1 ? "user_id" : "guild_id"));
            }
        }
        return publisher
                .publish(messages, Optional.empty())
                .chain(() -> tx.preparedQuery(TOLD)
                        .execute(Tuple.of(
                                keys.get(0).toArray(Long[]::new),
                                keys.get(1).toArray(Long[]::new),
                                keys.get(2).toArray(Long[]::new)))
                        .replaceWithVoid());
    }

    private Outgoing<ReplyEvent> message(Row row, Instant now) {
        var guild = new GuildId(row.getLong("guild_id"));
        var member = new UserId(row.getLong("user_id"));
        var id = EventId.of("nudge:" + guild + "/" + member + "@" + Instant.ofEpochMilli(row.getLong("quiet")));
        var server = guilds.guild(guild).map(GuildKnown::name).orElse("a server that we share");
        var post = new PostDirectMessage(
                member, NudgeTexts.of(server, row.getInteger("days")), Optional.empty(), now.plus(WORTH));
        return new Outgoing<>(Topics.REPLIES, Event.first(id, "/" + Service.LEVELING.id(), now, "dm:" + member, post));
    }

    @Override
    public Uni<Integer> delete(Mutiny.StatelessSession tx, GuildId guild, int most) {
        return tx.createNativeQuery(DELETE)
                .setParameter(1, guild.value())
                .setParameter(2, most)
                .executeUpdate();
    }
}
