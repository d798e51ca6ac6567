package dev.warren.gateway.shards;

import dev.warren.gateway.connection.DiscordConnection;
import dev.warren.gateway.gaps.GapReader;
import dev.warren.gateway.inbound.ShardInbound;
import dev.warren.gateway.sessions.Changes;
import dev.warren.gateway.sessions.ShardMemory;
import dev.warren.gateway.sessions.ShardStore;
import dev.warren.runtime.trouble.Conditions;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Writes what a shard must not forget, a little behind; what it did not write when the process died comes again. */
final class ShardWriter {
    private static final String ACKNOWLEDGEMENTS = "kafka acknowledgements";
    private static final Duration LOOK_AGAIN = Duration.ofMillis(20);

    private final int shard;
    private final long epoch;
    private final ShardMemory memory;
    private final ShardInbound inbound;
    private final DiscordConnection connection;
    private final ShardStore store;
    private final GapReader gaps;
    private final Conditions conditions;
    private final InstantSource clock;

    ShardWriter(
            int shard,
            long epoch,
            ShardMemory memory,
            ShardInbound inbound,
            DiscordConnection connection,
            ShardStore store,
            GapReader gaps,
            Conditions conditions,
            InstantSource clock) {
        this.shard = shard;
        this.epoch = epoch;
        this.memory = memory;
        this.inbound = inbound;
        this.connection = connection;
        this.store = store;
        this.gaps = gaps;
        this.conditions = conditions;
        this.clock = clock;
    }

    /** One round. Fails with {@link ShardStore.Superseded} when the shard has another owner. */
    Uni<Void> round() {
        if (inbound.isStalled()) {
            conditions.away(ACKNOWLEDGEMENTS, "the broker acknowledges nothing");
            inbound.relieve();
        } else {
            conditions.there(ACKNOWLEDGEMENTS);
        }
        return write();
    }

    private Uni<Void> write() {
        // before what is to be written is collected: whatever counts as taken is in it then
        var taken = inbound.sequence().taken();
        return memory.changes(taken.sessionId(), taken.sequence(), connection.session(), clock.instant())
                .map(this::write)
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> write(Changes changes) {
        return store.write(shard, epoch, changes)
                .onFailure()
                .invoke(() -> memory.notWritten(changes))
                .invoke(() -> {
                    if (!changes.gaps().isEmpty()) {
                        gaps.opened();
                    }
                });
    }

    /** The last rounds, until Kafka has acknowledged all messages or the time is over. */
    Uni<Void> finish(Duration most) {
        return finish(clock.instant().plus(most));
    }

    private Uni<Void> finish(Instant until) {
        return write().chain(() -> memory.underWay() == 0 || clock.instant().isAfter(until)
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().voidItem().onItem().delayIt().by(LOOK_AGAIN).chain(() -> finish(until)));
    }
}
