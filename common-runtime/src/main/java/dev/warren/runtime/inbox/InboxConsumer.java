package dev.warren.runtime.inbox;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.KafkaEventPublisher;
import dev.warren.runtime.events.OnContext;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.lifecycle.InFlight;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.runtime.telemetry.Consumption;
import dev.warren.runtime.telemetry.Traces;
import dev.warren.runtime.trouble.DeadLetters;
import dev.warren.runtime.trouble.Incidents;
import dev.warren.runtime.trouble.Waiting;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topic;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Consumes events once. A batch is one transaction: inbox rows, effects and offsets together; then what they caused is published; then
 * the batch is acknowledged. A batch that fails is taken apart, so that one bad record stops nobody. An outage is waited for.
 */
@ApplicationScoped
public class InboxConsumer {
    private static final Logger LOG = Logger.getLogger(InboxConsumer.class);
    /** What an event may have as JSON: a broker takes a record of 1 MiB, and headers need some room. */
    private static final int LARGEST = 1_000_000;

    private final RuntimeConfig config;
    private final EventCodec codec;
    private final KafkaEventPublisher publisher;
    private final Inbox inbox;
    private final StoredOffsets offsets;
    private final Readiness readiness;
    private final DeadLetters deadLetters;
    private final Waiting waiting;
    private final Traces traces;
    private final Consumption consumption;
    private final InFlight inFlight;

    InboxConsumer(
            RuntimeConfig config,
            EventCodec codec,
            KafkaEventPublisher publisher,
            Inbox inbox,
            StoredOffsets offsets,
            Readiness readiness,
            DeadLetters deadLetters,
            Waiting waiting,
            Traces traces,
            Consumption consumption,
            InFlight inFlight) {
        this.config = config;
        this.codec = codec;
        this.publisher = publisher;
        this.inbox = inbox;
        this.offsets = offsets;
        this.readiness = readiness;
        this.deadLetters = deadLetters;
        this.waiting = waiting;
        this.traces = traces;
        this.consumption = consumption;
        this.inFlight = inFlight;
    }

    /**
     * A batch is one transaction, and what its events lock stays locked to its end. So all replicas take guilds in one order: that of
     * their numbers as text, by which the keys begin. Events of one key stay in theirs.
     */
    private static final Comparator<Item<?>> LOCKING =
            Comparator.comparing(item -> item.received().event().subject() + ":");

    /** An event with the record it came in, which is what would be put aside. */
    record Item<P>(ConsumerRecord<String, byte[]> record, Received<P> received) {
        EventId id() {
            return received.event().id();
        }
    }

    /** Processes a batch; completes when everything is stored and what it caused is acknowledged by the broker. */
    public <P> Uni<Void> consume(ConsumerRecords<String, byte[]> batch, Topic<P> topic, EventHandler<P> handler) {
        consumption.batch(topic.name(), batch.count());
        // what a record brings on itself is dealt with inside; should anything else escape, nothing may be lost over it
        return inFlight.run(() -> waiting.always(() -> process(batch, topic, handler)));
    }

    private <P> Uni<Void> process(ConsumerRecords<String, byte[]> batch, Topic<P> topic, EventHandler<P> handler) {
        var items = new ArrayList<Item<P>>();
        var light = new ArrayList<Item<P>>();
        var bad = new ArrayList<Uni<Void>>();
        for (var record : batch) {
            if (!handler.mayConcern(record)) {
                continue;
            }
            try {
                var received = codec.decode(topic, record);
                if (handler.concerns(received)) {
                    (handler.isLight(received) ? light : items).add(new Item<>(record, received));
                }
            } catch (RuntimeException e) {
                bad.add(waiting.always(() -> deadLetters.put(topic, record, e, 1)));
            }
        }
        items.sort(LOCKING);
        if (items.isEmpty() && light.isEmpty() && bad.isEmpty()) {
            offsets.passed(batch);
            return Uni.createFrom().voidItem();
        }
        var here = OnContext.executor();
        return readiness
                .whenReady()
                .emitOn(here)
                .chain(() -> answer(light, handler))
                .chain(() -> bad.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.join().all(bad).andFailFast().replaceWithVoid())
                .chain(() -> items.isEmpty() ? Uni.createFrom().voidItem() : all(items, topic, handler))
                .invoke(() -> offsets.passed(batch));
    }

    /** Nobody waits long for these, so neither does the batch. */
    private <P> Uni<Void> answer(List<Item<P>> light, EventHandler<P> handler) {
        for (var item : light) {
            var received = item.received();
            Uni.createFrom()
                    .deferred(() -> traces.handling(
                            handler.name(received),
                            received,
                            trace -> handler.light(received).chain(caused -> publisher.publish(caused, trace))))
                    .subscribe()
                    .with(
                            done -> {},
                            failure -> LOG.warnf(
                                    "not answered eventId=%s error=%s",
                                    item.id(), failure.getClass().getName()));
        }
        return Uni.createFrom().voidItem();
    }

    private <P> Uni<Void> all(List<Item<P>> items, Topic<P> topic, EventHandler<P> handler) {
        var here = OnContext.executor();
        return Uni.createFrom()
                .deferred(
                        () -> handler.prepare(items.stream().map(Item::received).toList()))
                .onFailure()
                .recoverWithNull()
                .emitOn(here)
                .chain(() -> handled(items, topic, handler));
    }

    private <P> Uni<Void> handled(List<Item<P>> items, Topic<P> topic, EventHandler<P> handler) {
        return items.size() == 1
                ? alone(items.getFirst(), topic, handler)
                : waiting.outage(() -> together(items, handler))
                        .onFailure()
                        .recoverWithUni(failure -> Multi.createFrom()
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
                        tx -> inbox.recorded(tx, items.stream().map(Item::id).toList())
                                .chain(recorded -> each(items, recorded, handler, tx)))
                .chain(this::publish);
    }

    private <P> Uni<List<ProducerRecord<String, byte[]>>> each(
            List<Item<P>> items,
            Map<EventId, List<ProducerRecord<String, byte[]>>> known,
            EventHandler<P> handler,
            Mutiny.StatelessSession tx) {
        var handled = new HashMap<EventId, List<ProducerRecord<String, byte[]>>>();
        return Multi.createFrom()
                .iterable(items)
                .onItem()
                .transformToUniAndConcatenate(item -> {
                    var before = known.containsKey(item.id()) ? known.get(item.id()) : handled.get(item.id());
                    if (before != null) {
                        consumption.inboxHit();
                        return Uni.createFrom().item(before);
                    }
                    return once(item.received(), handler, tx).invoke(outcome -> handled.put(item.id(), outcome));
                })
                .collect()
                .in(ArrayList<ProducerRecord<String, byte[]>>::new, List::addAll)
                .call(() -> inbox.record(tx, handled))
                .map(all -> all);
    }

    private <P> Uni<List<ProducerRecord<String, byte[]>>> once(
            Received<P> received, EventHandler<P> handler, Mutiny.StatelessSession tx) {
        return traces.handling(
                handler.name(received),
                received,
                trace -> handler.handle(received, tx).map(caused -> encode(caused, trace)));
    }

    /** What is done is done: what it caused is sent, however long that takes. */
    private Uni<Void> publish(List<ProducerRecord<String, byte[]>> outcome) {
        return outcome.isEmpty()
                ? Uni.createFrom().voidItem()
                : waiting.always(() -> publisher.publishEncoded(outcome));
    }

    private List<ProducerRecord<String, byte[]>> encode(List<Outgoing<?>> caused, Optional<String> trace) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (var event : caused) {
            var encoded = codec.encode(event, trace);
            if (encoded.value().length > LARGEST) {
                throw new IllegalArgumentException("event must have at most " + LARGEST + " bytes: "
                        + event.event().id() + " has " + encoded.value().length);
            }
            records.add(encoded);
        }
        return records;
    }

    private <P> Uni<Void> putAside(Item<P> item, Topic<P> topic, EventHandler<P> handler, Throwable failure) {
        var told = told(item, handler);
        return waiting.always(() -> deadLetters.put(
                        topic, item.record(), failure, config.records().attempts()))
                .chain(() -> waiting.always(() -> inbox.transact(
                        List.of(item.record()),
                        tx -> inbox.recorded(tx, List.of(item.id())).chain(known -> {
                            var before = known.get(item.id());
                            return before != null
                                    ? Uni.createFrom().item(before)
                                    : inbox.record(tx, Map.of(item.id(), told)).replaceWith(told);
                        }))))
                .chain(this::publish);
    }

    private <P> List<ProducerRecord<String, byte[]>> told(Item<P> item, EventHandler<P> handler) {
        try {
            var incident = Incidents.id(item.id());
            LOG.errorf("given up eventId=%s incident=%s", item.id(), incident);
            return encode(
                    handler.givenUp(item.received(), incident), item.received().traceParent());
        } catch (RuntimeException e) {
            LOG.errorf(
                    "nothing could be told eventId=%s error=%s",
                    item.id(), e.getClass().getName());
            return List.of();
        }
    }
}
