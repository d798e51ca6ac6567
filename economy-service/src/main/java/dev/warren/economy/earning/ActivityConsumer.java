package dev.warren.economy.earning;

import dev.warren.economy.EconomySettings;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.DenseConsumer;
import dev.warren.runtime.inbox.DenseHandler;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the facts of messages and notes the ten minutes in which members wrote; {@link Payer} pays them. */
@ApplicationScoped
class ActivityConsumer implements DenseHandler<FactEvent> {
    private static final String NOTE = """
            INSERT INTO active_window (guild_id, user_id, tenth, amount)
            SELECT guild_id, user_id, tenth, amount
            FROM unnest($1::bigint[], $2::bigint[], $3::integer[], $4::bigint[]) AS a (guild_id, user_id, tenth, amount)
            ON CONFLICT (guild_id, user_id, tenth) DO NOTHING""";

    private final DenseConsumer dense;
    private final SettingsView settings;
    private final Payer payer;

    ActivityConsumer(DenseConsumer dense, SettingsView settings, Payer payer) {
        this.dense = dense;
        this.settings = settings;
        this.payer = payer;
    }

    @Incoming("facts")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return dense.consume(batch, Topics.FACTS, this).invoke(payer::wake);
    }

    @Override
    public Uni<Void> store(List<Received<FactEvent>> batch, SqlConnection tx) {
        var active = Activity.of(
                batch.stream().map(received -> received.event().payload()).toList(), this::pays);
        return active.isEmpty()
                ? Uni.createFrom().voidItem()
                : tx.preparedQuery(NOTE)
                        .execute(Tuple.from(new Object[] {
                            column(active, one -> one.guild().value(), Long[]::new),
                            column(active, one -> one.member().value(), Long[]::new),
                            column(active, one -> one.tenth().sinceEpoch(), Integer[]::new),
                            column(active, Activity::amount, Long[]::new)
                        }))
                        .replaceWithVoid();
    }

    private long pays(GuildId guild, Instant begin) {
        return EconomySettings.activity(settings.at(Optional.of(guild), begin));
    }

    private static <C> C[] column(List<Activity> rows, Function<Activity, C> value, IntFunction<C[]> array) {
        return rows.stream().map(value).toArray(array);
    }
}
