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
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Consumes a dense stream batch by batch. A batch that fails is halved until the bad record stands alone and is put aside. */
@ApplicationScoped
public class DenseConsumer {
    /** So few are read where they come; more on a thread of their own, since an event loop must not be held up. */
    private static final int READ_AT_ONCE = 50;

    private final RuntimeConfig config;
    private final EventCodec codec;
    private final Pool pool;
    private final StoredOffsets offsets;
    private final Readiness readiness;
    private final DeadLetters deadLetters;
    private final Waiting waiting;
    private final Consumption consumption;
    private final InFlight inFlight;
    /** For each handler, whether the batch that came last is stored. */
    private final Map<DenseHandler<?>, CompletableFuture<Void>> underWay = new ConcurrentHashMap<>();

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

    /**
     * What could be read, and what could not.
     *
     * @param advancing whether the offsets are stored with it
     */
    private record Batch<P>(
            ConsumerRecords<String, byte[]> records, List<Item<P>> items, List<Uni<Void>> aside, boolean advancing) {}

    /** Processes a batch; completes when it is stored with its offsets. */
    public <P> Uni<Void> consume(ConsumerRecords<String, byte[]> batch, Topic<P> topic, DenseHandler<P> handler) {
        consumption.batch(topic.name(), batch.count());
        // what a record brings on itself is dealt with inside; should anything else escape, nothing may be lost over it
        return inFlight.run(() -> waiting.always(() -> store(read(batch, topic, _ -> true, true), topic, handler)));
    }

    /**
     * Processes those of a batch that are dense, and leaves the offsets alone: whoever does the rest of the batch stores them. Until then it
     * may all come again.
     *
     * @param isDense by the headers alone
     */
    public <P> Uni<Void> consumeAhead(
            ConsumerRecords<String, byte[]> batch,
            Topic<P> topic,
            Predicate<ConsumerRecord<String, byte[]>> isDense,
            DenseHandler<P> handler) {
        return inFlight.run(() -> waiting.always(() -> store(read(batch, topic, isDense, false), topic, handler)));
    }

    /**
     * Processes a batch while the next one is read: reading takes this process, storing the database. A batch is stored after those
     * before it, and acknowledged when it is stored with its offsets.
     *
     * @return completes when the next batch may come: two are under way at most
     */
    public <P> Uni<Void> pipeline(
            Message<ConsumerRecords<String, byte[]>> message, Topic<P> topic, DenseHandler<P> handler) {
        var records = message.getPayload();
        consumption.batch(topic.name(), records.count());
        var before = underWay.getOrDefault(handler, CompletableFuture.completedFuture(null));
        var stored = new CompletableFuture<Void>();
        underWay.put(handler, stored);
        var here = OnContext.executor();
        Supplier<Uni<? extends Batch<P>>> reading = () -> records.count() > READ_AT_ONCE
                ? Uni.createFrom()
                        .item(() -> read(records, topic, _ -> true, true))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .emitOn(here)
                : Uni.createFrom().item(() -> read(records, topic, _ -> true, true));
        inFlight.run(() -> waiting.always(reading)
                        .chain(batch -> Uni.createFrom()
                                .completionStage(before)
                                .emitOn(here)
                                .chain(() -> waiting.always(() -> store(batch, topic, handler))))
                        .chain(() -> Uni.createFrom().completionStage(message.ack())))
                .subscribe()
                .with(done -> stored.complete(null), stored::completeExceptionally);
        return Uni.createFrom().completionStage(before).emitOn(here);
    }

    private <P> Batch<P> read(
            ConsumerRecords<String, byte[]> records,
            Topic<P> topic,
            Predicate<ConsumerRecord<String, byte[]>> wanted,
            boolean advancing) {
        var items = new ArrayList<Item<P>>(records.count());
        var aside = new ArrayList<Uni<Void>>();
        for (var record : records) {
            if (!wanted.test(record)) {
                continue;
            }
            try {
                items.add(new Item<>(record, codec.decode(topic, record)));
            } catch (UnreadableRecord e) {
                aside.add(waiting.always(() -> deadLetters.put(topic, record, e, 1)));
            }
        }
        return new Batch<>(records, items, aside, advancing);
    }

    private <P> Uni<Void> store(Batch<P> batch, Topic<P> topic, DenseHandler<P> handler) {
        var items = batch.items();
        var aside = batch.aside();
        Uni<Void> bad = aside.isEmpty()
                ? Uni.createFrom().voidItem()
                : Uni.join().all(aside).andFailFast().replaceWithVoid();
        var here = OnContext.executor();
        return bad.chain(readiness::whenReady)
                .emitOn(here)
                .chain(() ->
                        items.isEmpty() ? Uni.createFrom().voidItem() : store(items, topic, handler, batch.advancing()))
                .invoke(() -> {
                    if (batch.advancing()) {
                        offsets.passed(batch.records());
                    }
                });
    }

    private <P> Uni<Void> store(List<Item<P>> items, Topic<P> topic, DenseHandler<P> handler, boolean advancing) {
        if (items.size() == 1) {
            var only = items.getFirst();
            return waiting.outage(() -> waiting.bounded(() -> transact(items, handler, advancing)))
                    .onFailure()
                    .recoverWithUni(failure -> waiting.always(() -> deadLetters.put(
                            topic, only.record(), failure, config.records().attempts())));
        }
        return waiting.outage(() -> transact(items, handler, advancing))
                .onFailure()
                .recoverWithUni(failure -> {
                    int half = items.size() / 2;
                    return store(items.subList(0, half), topic, handler, advancing)
                            .chain(() -> store(items.subList(half, items.size()), topic, handler, advancing));
                });
    }

    private <P> Uni<Void> transact(List<Item<P>> items, DenseHandler<P> handler, boolean advancing) {
        var received = items.stream().map(Item::received).toList();
        var records = items.stream().map(Item::record).toList();
        return pool.withTransaction(tx -> handler.store(received, tx)
                .chain(() -> advancing
                        ? offsets.advance(tx, records)
                        : Uni.createFrom().voidItem()));
    }
}
