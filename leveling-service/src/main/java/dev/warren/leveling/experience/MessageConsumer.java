package dev.warren.leveling.experience;

import dev.warren.leveling.experience.Judged.Decision;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Reads the facts of messages and stores what they earn. */
@ApplicationScoped
class MessageConsumer implements DenseHandler<FactEvent> {
    /** Chains in one decision record: more are told in further ones. */
    private static final int TOLD_TOGETHER = 500;

    private final DenseConsumer dense;
    private final Progress<SqlConnection> progress;
    private final Refold refold;
    private final Rules rules;
    private final Decisions decisions;
    private final List<FactSink> sinks;

    MessageConsumer(
            DenseConsumer dense,
            Progress<SqlConnection> progress,
            Refold refold,
            Rules rules,
            Decisions decisions,
            @Any Instance<FactSink> sinks) {
        this.dense = dense;
        this.progress = progress;
        this.refold = refold;
        this.rules = rules;
        this.decisions = decisions;
        this.sinks = sinks.stream().toList();
    }

    @Incoming("facts")
    Uni<Void> consume(Message<ConsumerRecords<String, byte[]>> batch) {
        return dense.pipeline(batch, Topics.FACTS, this);
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
        var claims = Claims.of(batch, rules);
        claims.excluded().forEach((why, chains) -> tell(why.reason(), chains));
        if (claims.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return progress.add(tx, claims)
                .invoke(held -> tell("same-minute", claims.outrun(held)))
                .chain(() -> claims.features().isEmpty()
                        ? Uni.createFrom().voidItem()
                        : refold.add(tx, claims.features(), rules)
                                .invoke(judged -> tell(claims, judged))
                                .replaceWithVoid());
    }

    /** Of this batch alone: what came after a late message was told when it came. */
    private void tell(Claims claims, List<Judged> judged) {
        var chains = new TreeMap<String, List<EventId>>();
        for (var one : judged) {
            var reason = switch (one.decision()) {
                case Decision.Earned _ -> Optional.<String>empty();
                case Decision.SameMinute _ -> Optional.of("same-minute");
                case Decision.Refused(var why) -> Optional.of(why.reason());
            };
            reason.ifPresent(text -> claims.correlation(one.feature().message())
                    .ifPresent(chain ->
                            chains.computeIfAbsent(text, _ -> new ArrayList<>()).add(chain)));
        }
        chains.forEach(this::tell);
    }

    private void tell(String reason, List<EventId> chains) {
        for (int from = 0; from < chains.size(); from += TOLD_TOGETHER) {
            var part = chains.subList(from, Math.min(chains.size(), from + TOLD_TOGETHER));
            decisions.tell(reason, part, Map.of());
        }
    }
}
