package dev.warren.runtime.inbox;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.KafkaEventPublisher;
import dev.warren.runtime.events.OnContext;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.events.UnreadableRecord;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.runtime.trouble.DeadLetters;
import dev.warren.runtime.trouble.Incidents;
import dev.warren.runtime.trouble.Waiting;
import dev.warren.schemas.topics.Topic;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Consumes events once. A batch is one transaction: inbox rows, effects and offsets together; then what they caused is published; then
 * the batch is acknowledged. A batch that fails is taken apart, so that one bad record stops nobody. An outage is waited for.
 */
@ApplicationScoped
public class InboxConsumer {
    private final RuntimeConfig config;
    private final EventCodec codec;
    private final KafkaEventPublisher publisher;
    private final Inbox inbox;
    private final Readiness readiness;
    private final DeadLetters deadLetters;
    private final Waiting waiting;

    InboxConsumer(
            RuntimeConfig config,
            EventCodec codec,
            KafkaEventPublisher publisher,
            Inbox inbox,
            Readiness readiness,
            DeadLetters deadLetters,
            Waiting waiting) {
        this.config = config;
        this.codec = codec;
        this.publisher = publisher;
        this.inbox = inbox;
        this.readiness = readiness;
        this.deadLetters = deadLetters;
        this.waiting = waiting;
    }

    /** An event with the record it came in, which is what would be put aside. */
    record Item<P>(ConsumerRecord<String, byte[]> record, Received<P> received) {}

    /** Processes a batch; completes when everything is stored and what it caused is acknowledged by the broker. */
    public <P> Uni<Void> consume(ConsumerRecords<String, byte[]> batch, Topic<P> topic, EventHandler<P> handler) {
        var items = new ArrayList<Item<P>>();
        var aside = new ArrayList<Uni<Void>>();
        for (var record : batch) {
            try {
                var received = codec.decode(topic, record);
                if (handler.concerns(received)) {
                    items.add(new Item<>(record, received));
                }
            } catch (UnreadableRecord e) {
                aside.add(deadLetters.put(topic, record, e, 1));
            }
        }
        Uni<Void> bad = aside.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(aside).andFailFast().replaceWithVoid();
        if (items.isEmpty()) {
            return bad;
        }
        var here = OnContext.executor();
        return bad.chain(readiness::whenReady).emitOn(here).chain(() -> all(items, topic, handler));
    }

    private <P> Uni<Void> all(List<Item<P>> items, Topic<P> topic, EventHandler<P> handler) {
        return waiting.outage(() -> together(items, handler))
                .onFailure()
                .recoverWithUni(failure -> items.size() == 1
                        ? alone(items.getFirst(), topic, handler)
                        : Multi.createFrom()
                                .iterable(items)
                                .onItem()
                                .transformToUniAndConcatenate(item -> alone(item, topic, handler))
                                .collect()
                                .last()
                                .replaceWithVoid());
    }

    private <P> Uni<Void> alone(Item<P> item, Topic<P> topic, EventHandler<P> handler) {
        return waiting.outage(() -> waiting.bounded(() -> together(List.of(item), handler)))
                .onFailure()
                .recoverWithUni(failure -> putAside(item, topic, handler, failure));
    }

    private <P> Uni<Void> together(List<Item<P>> items, EventHandler<P> handler) {
        return inbox.transact(
                        items.stream().map(Item::record).toList(),
                        tx -> Multi.createFrom()
                                .iterable(items)
                                .onItem()
                                .transformToUniAndConcatenate(item -> once(item.received(), handler, tx))
                                .collect()
                                .in(ArrayList<ProducerRecord<String, byte[]>>::new, List::addAll))
                .chain(publisher::publishEncoded);
    }

    private <P> Uni<List<ProducerRecord<String, byte[]>>> once(
            Received<P> received, EventHandler<P> handler, Mutiny.StatelessSession tx) {
        return inbox.recorded(tx, received.event().id())
                .chain(recorded -> recorded.isPresent()
                        ? Uni.createFrom().item(recorded.get())
                        : handler.handle(received, tx)
                                .map(caused -> encode(caused, received.traceParent()))
                                .chain(outcome ->
                                        inbox.record(tx, received.event().id(), outcome)));
    }

    private List<ProducerRecord<String, byte[]>> encode(List<Outgoing<?>> caused, Optional<String> traceParent) {
        return caused.stream().map(event -> codec.encode(event, traceParent)).toList();
    }

    private <P> Uni<Void> putAside(Item<P> item, Topic<P> topic, EventHandler<P> handler, Throwable failure) {
        var received = item.received();
        var told =
                encode(handler.givenUp(received, Incidents.id(received.event().id())), received.traceParent());
        return deadLetters
                .put(topic, item.record(), failure, config.records().attempts())
                .chain(() -> waiting.outage(() -> OnContext.defer(() -> inbox.transact(
                        List.of(item.record()),
                        tx -> inbox.record(tx, received.event().id(), told)))))
                .chain(publisher::publishEncoded);
    }
}
