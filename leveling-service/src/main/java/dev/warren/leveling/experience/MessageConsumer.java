package dev.warren.leveling.experience;

import dev.warren.runtime.events.Received;
import dev.warren.runtime.inbox.DenseConsumer;
import dev.warren.runtime.inbox.DenseHandler;
import dev.warren.runtime.trouble.Decisions;
import dev.warren.schemas.discord.FactEvent;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Reads the facts of messages and stores what they earn. */
@ApplicationScoped
class MessageConsumer implements DenseHandler<FactEvent> {
    /** Chains in one decision record: more are told in further ones. */
    private static final int TOLD_TOGETHER = 500;

    private final DenseConsumer dense;
    private final Progress<SqlConnection> progress;
    private final RulesHistory rules;
    private final Decisions decisions;
    private final List<FactSink> sinks;

    MessageConsumer(
            DenseConsumer dense,
            Progress<SqlConnection> progress,
            RulesHistory rules,
            Decisions decisions,
            @Any Instance<FactSink> sinks) {
        this.dense = dense;
        this.progress = progress;
        this.rules = rules;
        this.decisions = decisions;
        this.sinks = sinks.stream().toList();
    }

    @Incoming("facts")
    Uni<Void> consume(ConsumerRecords<String, byte[]> batch) {
        return dense.consume(batch, Topics.FACTS, this);
    }

    @Override
    public Uni<Void> store(List<Received<FactEvent>> batch, SqlConnection tx) {
        var stored = award(batch, tx);
        for (var sink : sinks) {
            stored = stored.chain(() -> sink.store(batch, tx));
        }
        return stored;
    }

    private Uni<Void> award(List<Received<FactEvent>> batch, SqlConnection tx) {
        var claims = Claims.of(batch, rules::at);
        claims.excluded().forEach((why, chains) -> tell(why.reason(), chains));
        if (claims.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return progress.add(tx, claims)
                .invoke(held -> tell("same-minute", claims.outrun(held)))
                .replaceWithVoid();
    }

    private void tell(String reason, List<EventId> chains) {
        for (int from = 0; from < chains.size(); from += TOLD_TOGETHER) {
            var part = chains.subList(from, Math.min(chains.size(), from + TOLD_TOGETHER));
            decisions.tell(reason, part, Map.of());
        }
    }
}
