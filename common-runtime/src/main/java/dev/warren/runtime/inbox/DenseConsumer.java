package dev.warren.runtime.inbox;

import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.EventCodec;
import dev.warren.runtime.events.OnContext;
import dev.warren.runtime.events.Received;
import dev.warren.runtime.events.UnreadableRecord;
import dev.warren.runtime.lifecycle.InFlight;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.runtime.telemetry.Consumption;
import dev.warren.runtime.trouble.DeadLetters;
import dev.warren.runtime.trouble.Waiting;
import dev.warren.schemas.topics.Topic;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;

/** Consumes a dense stream batch by batch. A batch that fails is halved until the bad record stands alone and is put aside. */
@ApplicationScoped
public class DenseConsumer {
    private final RuntimeConfig config;
    private final EventCodec codec;
    private final Pool pool;
    private final StoredOffsets offsets;
    private final Readiness readiness;
    private final DeadLetters deadLetters;
    private final Waiting waiting;
    private final Consumption consumption;
    private final InFlight inFlight;

    DenseConsumer(
            RuntimeConfig config,
            EventCodec codec,
            Pool pool,
            StoredOffsets offsets,
            Readiness readiness,
            DeadLetters deadLetters,
            Waiting waiting,
            Consumption consumption,
            InFlight inFlight) {
        this.config = config;
        this.codec = codec;
        this.pool = pool;
        this.offsets = offsets;
        this.readiness = readiness;
        this.deadLetters = deadLetters;
        this.waiting = waiting;
        this.consumption = consumption;
        this.inFlight = inFlight;
    }

    record Item<P>(ConsumerRecord<String, byte[]> record, Received<P> received) {}

    /** Processes a batch; completes when it is stored with its offsets. */
    public <P> Uni<Void> consume(ConsumerRecords<String, byte[]> batch, Topic<P> topic, DenseHandler<P> handler) {
        consumption.batch(topic.name(), batch.count());
        // what a record brings on itself is dealt with inside; should anything else escape, nothing may be lost over it
        return inFlight.run(() -> waiting.always(() -> process(batch, topic, handler)));
    }

    private <P> Uni<Void> process(ConsumerRecords<String, byte[]> batch, Topic<P> topic, DenseHandler<P> handler) {
        var items = new ArrayList<Item<P>>(batch.count());
        var aside = new ArrayList<Uni<Void>>();
        for (var record : batch) {
            try {
                items.add(new Item<>(record, codec.decode(topic, record)));
            } catch (UnreadableRecord e) {
                aside.add(waiting.always(() -> deadLetters.put(topic, record, e, 1)));
            }
        }
        Uni<Void> bad = aside.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(aside).andFailFast().replaceWithVoid();
        var here = OnContext.executor();
        return bad.chain(readiness::whenReady)
                .emitOn(here)
                .chain(() -> items.isEmpty() ? Uni.createFrom().voidItem() : store(items, topic, handler))
                .invoke(() -> offsets.passed(batch));
    }

    private <P> Uni<Void> store(List<Item<P>> items, Topic<P> topic, DenseHandler<P> handler) {
        if (items.size() == 1) {
            var only = items.getFirst();
            return waiting.outage(() -> waiting.bounded(() -> transact(items, handler)))
                    .onFailure()
                    .recoverWithUni(failure -> waiting.always(() -> deadLetters.put(
                            topic, only.record(), failure, config.records().attempts())));
        }
        return waiting.outage(() -> transact(items, handler)).onFailure().recoverWithUni(failure -> {
            int half = items.size() / 2;
            return store(items.subList(0, half), topic, handler)
                    .chain(() -> store(items.subList(half, items.size()), topic, handler));
        });
    }

    private <P> Uni<Void> transact(List<Item<P>> items, DenseHandler<P> handler) {
        var received = items.stream().map(Item::received).toList();
        var records = items.stream().map(Item::record).toList();
        return pool.withTransaction(tx -> handler.store(received, tx).chain(() -> offsets.advance(tx, records)));
    }
}
