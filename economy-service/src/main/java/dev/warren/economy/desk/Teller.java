package dev.warren.economy.desk;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.warren.economy.EconomyConfig;
import dev.warren.economy.desk.UntoldBlocks.Untold;
import dev.warren.economy.ledger.Ledger.Sealed;
import dev.warren.economy.ledger.Sql;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.OnContext;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Tells of blocks that were noted as untold, at least once and always under the same ids: their rows go when the broker has acknowledged
 * all of it. Replicas share the work by locked rows.
 */
@ApplicationScoped
public class Teller {
    private static final Logger LOG = Logger.getLogger(Teller.class);

    private final RuntimeConfig runtime;
    private final EconomyConfig config;
    private final Pool pool;
    private final EventPublisher publisher;
    private final Readiness readiness;
    private final AtomicBoolean telling = new AtomicBoolean();
    private final AtomicBoolean missed = new AtomicBoolean();
    /** Blocks that were just written, by what they seal; those that are not here are read back. */
    private final Cache<Untold, Sealed> atHand;

    private Optional<Every> rounds = Optional.empty();

    Teller(RuntimeConfig runtime, EconomyConfig config, Pool pool, EventPublisher publisher, Readiness readiness) {
        this.runtime = runtime;
        this.config = config;
        this.pool = pool;
        this.publisher = publisher;
        this.readiness = readiness;
        this.atHand = Caffeine.newBuilder()
                .maximumWeight(config.telling().atHand())
                .<Untold, Sealed>weigher((_, written) -> written.transactions().size())
                .build();
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            rounds = Optional.of(Every.start("tell", config.telling().every(), () -> {
                wake();
                return Uni.createFrom().voidItem();
            }));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    /** Notes in the caller's transaction that a block is to be told of: within {@code warren.economy.telling.every} it is. */
    public Uni<Void> note(Mutiny.StatelessSession tx, Sealed sealed) {
        return Sql.execute(
                        tx,
                        UntoldBlocks.NOTE,
                        sealed.book().guild().value(),
                        sealed.block().number())
                .replaceWithVoid();
    }

    /**
     * Keeps what was noted, so that it need not be read back when it is told. It is told when it is found among what is noted, bit by
     * bit the same: so there is no harm in keeping what is rolled back.
     */
    public void keep(Collection<Sealed> written) {
        written.forEach(one -> atHand.put(Untold.of(one), one));
    }

    /** Tells soon what is not told yet. */
    public void wake() {
        if (!telling.compareAndSet(false, true)) {
            missed.set(true);
            return;
        }
        missed.set(false);
        readiness
                .whenReady()
                .chain(this::tellAll)
                .onTermination()
                .invoke(() -> telling.set(false))
                .subscribe()
                .with(
                        _ -> {
                            if (missed.get()) {
                                wake();
                            }
                        },
                        failure -> LOG.warnf(
                                "not told yet, tried again soon error=%s",
                                failure.getClass().getName()));
    }

    private Uni<Void> tellAll() {
        return OnContext.<Integer>defer(() -> pool.withTransaction(this::tellSome))
                .repeat()
                .whilst(told -> told > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Tells of some blocks; how many. */
    private Uni<Integer> tellSome(SqlConnection tx) {
        return UntoldBlocks.claim(tx, config.telling().batch())
                .chain(blocks -> blocks.isEmpty()
                        ? Uni.createFrom().item(0)
                        : events(tx, blocks)
                                .chain(this::publish)
                                .chain(() -> UntoldBlocks.told(tx, blocks))
                                .replaceWith(blocks.size()));
    }

    /** In the order of the blocks, so all of them are read back where one is. */
    private Uni<List<Outgoing<?>>> events(SqlConnection tx, List<Untold> blocks) {
        var events = new ArrayList<Outgoing<?>>();
        int found = 0;
        for (var block : blocks) {
            var written = Optional.ofNullable(atHand.asMap().remove(block));
            written.ifPresent(one -> events.addAll(UntoldBlocks.events(one)));
            found += written.isPresent() ? 1 : 0;
        }
        return found == blocks.size() ? Uni.createFrom().item(events) : UntoldBlocks.events(tx, blocks);
    }

    private Uni<Void> publish(List<Outgoing<?>> events) {
        return publisher
                .publish(new ArrayList<>(events), Optional.empty())
                .ifNoItem()
                .after(config.telling().patience())
                .failWith(TimeoutException::new);
    }
}
