package dev.warren.leveling.activity;

import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.events.UnreadableRecord;
import dev.warren.runtime.lifecycle.Database;
import dev.warren.runtime.trouble.Waiting;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.InteractionEvent.CommandInvoked;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/**
 * Notes which commands members use, of whatever service. The event's id is the key, so that copies count once. This service reads that
 * topic twice, and the database keeps one offset for each of its partitions, which is that of the commands to answer; here Kafka's counts.
 */
@ApplicationScoped
class UseConsumer {
    private static final Logger LOG = Logger.getLogger(UseConsumer.class);
    private static final String NOTE = """
            INSERT INTO command_use (guild_id, event, user_id, command, hour)
            SELECT * FROM unnest($1::bigint[], $2::text[], $3::bigint[], $4::text[], $5::integer[])
                AS used (guild_id, event, user_id, command, hour)
            ORDER BY guild_id, event
            ON CONFLICT (guild_id, event) DO NOTHING""";

    private final EventCodec codec;
    private final Database database;
    private final Waiting waiting;
    private final Pool pool;

    UseConsumer(EventCodec codec, Database database, Waiting waiting, Pool pool) {
        this.codec = codec;
        this.database = database;
        this.waiting = waiting;
        this.pool = pool;
    }

    private record Use(long guild, String event, long member, String command, int hour) {}

    @Incoming("uses")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        var uses = new ArrayList<Use>();
        for (var record : batch) {
            try {
                use(codec.decode(Topics.INTERACTIONS, record)).ifPresent(uses::add);
            } catch (UnreadableRecord e) {
                LOG.debugf(e, "not counted topic=%s offset=%d", record.topic(), record.offset());
            }
        }
        uses.sort(Comparator.comparingLong(Use::guild).thenComparing(Use::event));
        return uses.isEmpty()
                ? Uni.createFrom().voidItem()
                : database.whenReady().chain(() -> waiting.always(() -> note(uses)));
    }

    private Uni<Void> note(List<Use> uses) {
        return pool.preparedQuery(NOTE)
                .execute(Tuple.of(
                        column(uses, Use::guild, Long[]::new),
                        column(uses, Use::event, String[]::new),
                        column(uses, Use::member, Long[]::new),
                        column(uses, Use::command, String[]::new),
                        column(uses, Use::hour, Integer[]::new)))
                .replaceWithVoid();
    }

    private static Optional<Use> use(Received<InteractionEvent> received) {
        return received.event().payload() instanceof CommandInvoked invoked
                ? invoked.origin()
                        .guild()
                        .map(guild -> new Use(
                                guild.value(),
                                received.event().id().value(),
                                invoked.origin().member().id().value(),
                                invoked.command(),
                                Hour.of(received.event().time())))
                : Optional.empty();
    }

    private static <C> C[] column(List<Use> uses, Function<Use, C> value, IntFunction<C[]> array) {
        return uses.stream().map(value).toArray(array);
    }
}
