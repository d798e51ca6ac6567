package dev.warren.gateway.gaps;

import dev.warren.gateway.sessions.Gap;
import dev.warren.gateway.sessions.GapStore;
import dev.warren.gateway.sessions.Mark;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.schemas.ids.ChannelId;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/** Finds open gaps of the shards that this process has, and has some of them read at a time while there is room for it. */
@ApplicationScoped
public class GapReader {
    private static final Logger LOG = Logger.getLogger(GapReader.class);

    private final GapsConfig config;
    private final GapStore store;
    private final GapReading reading;
    private final Vertx vertx;
    private final AtomicLong open = new AtomicLong();

    private final Map<Integer, Reader> shards = new HashMap<>();
    private final Set<ChannelId> underWay = new HashSet<>();
    private final Set<ChannelId> resting = new HashSet<>();
    private Optional<Every> looking = Optional.empty();
    private int count = 1;
    private boolean asking;
    private boolean again;

    GapReader(GapsConfig config, GapStore store, GapReading reading, Vertx vertx, MeterRegistry meters) {
        this.config = config;
        this.store = store;
        this.reading = reading;
        this.vertx = vertx;
        meters.gauge("warren.gaps.open", open);
        // What has not happened yet shows as 0, so that its first time is seen as a change.
        for (var reason : Gap.Reason.values()) {
            GapReading.backfilled(meters, reason);
        }
    }

    /** Whose gaps are read. */
    private record Reader(BooleanSupplier calm, Consumer<Mark> readTo) {}

    /**
     * Reads the gaps of a shard from now on.
     *
     * @param calm whether there is room for more
     * @param readTo told up to where a channel is read back
     */
    public synchronized void begin(int shard, int ofShards, BooleanSupplier calm, Consumer<Mark> readTo) {
        count = ofShards;
        shards.put(shard, new Reader(calm, readTo));
        if (looking.isEmpty()) {
            looking = Optional.of(Every.start("gaps", config.look(), this::tick));
        }
        look();
    }

    /** The shard is no longer this process's. */
    public synchronized void end(int shard) {
        shards.remove(shard);
    }

    /** Gaps were opened. */
    public synchronized void opened() {
        look();
    }

    synchronized void stop(@Observes ShutdownEvent event) {
        shards.clear();
        looking.ifPresent(Every::close);
    }

    private Uni<Void> tick() {
        look();
        return counted();
    }

    private Uni<Void> counted() {
        return store.count(owned(), count).invoke(open::set).replaceWithVoid();
    }

    private synchronized Set<Integer> owned() {
        return Set.copyOf(shards.keySet());
    }

    private synchronized boolean isCalm() {
        return !shards.isEmpty()
                && shards.values().stream().allMatch(reader -> reader.calm().getAsBoolean());
    }

    private synchronized void look() {
        if (asking) {
            again = true;
            return;
        }
        int room = config.concurrent() - underWay.size();
        if (room <= 0 || !isCalm()) {
            return;
        }
        asking = true;
        again = false;
        var without = new HashSet<>(underWay);
        without.addAll(resting);
        store.next(shards.keySet(), count, without, room).subscribe().with(this::found, failure -> {
            LOG.debug("gaps could not be looked for", failure);
            found(List.of());
        });
    }

    private synchronized void found(List<Gap> gaps) {
        asking = false;
        for (var gap : gaps) {
            if (underWay.add(gap.channel())) {
                reading.read(gap, new GapReading.Way(count, this::isCalm, this::readTo))
                        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                        .subscribe()
                        .with(end -> ended(gap.channel(), end), failure -> {
                            LOG.debug("gap", failure);
                            LOG.warnf(
                                    "gap not read channelId=%s error=%s",
                                    gap.channel(), failure.getClass().getName());
                            ended(gap.channel(), GapReading.End.LATER);
                        });
            }
        }
        if (again) {
            look();
        }
    }

    private void readTo(int shard, Mark mark) {
        Optional<Reader> reader;
        synchronized (this) {
            reader = Optional.ofNullable(shards.get(shard));
        }
        reader.ifPresent(known -> known.readTo().accept(mark));
    }

    private synchronized void ended(ChannelId channel, GapReading.End end) {
        underWay.remove(channel);
        switch (end) {
            case CLOSED -> look();
            case LATER -> {
                resting.add(channel);
                vertx.setTimer(Math.max(1, config.rest().toMillis()), _ -> rested(channel));
            }
            case NO_ROOM -> {
                // the next look finds it again
            }
        }
    }

    private synchronized void rested(ChannelId channel) {
        resting.remove(channel);
        look();
    }
}
