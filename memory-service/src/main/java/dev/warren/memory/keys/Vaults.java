package dev.warren.memory.keys;

import dev.warren.memory.MemoryConfig;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.WrongSetting;
import dev.warren.runtime.trouble.Conditions;
import dev.warren.runtime.trouble.Outages;
import io.quarkus.flyway.FlywayDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.HashMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;

/**
 * Opens the vault at start, waiting for the keys' database as long as it takes. A master key that is lost or wrong stops the service; one is
 * made only where no key was ever wrapped.
 */
@ApplicationScoped
class Vaults {
    private static final String NAME = "the keys' database";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Flyway flyway;
    private final KeyStore store;
    private final MasterKey source;
    private final RuntimeConfig runtime;
    private final MemoryConfig config;
    private final Conditions conditions;
    private final WrongSetting wrong;
    private final CompletableFuture<Vault> opened = new CompletableFuture<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile CompletableFuture<Vault> current = opened;

    Vaults(
            @FlywayDataSource("keys") Flyway flyway,
            KeyStore store,
            MasterKey source,
            RuntimeConfig runtime,
            MemoryConfig config,
            Conditions conditions,
            WrongSetting wrong) {
        this.flyway = flyway;
        this.store = store;
        this.source = source;
        this.runtime = runtime;
        this.config = config;
        this.conditions = conditions;
        this.wrong = wrong;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            conditions.away(NAME, "not opened yet");
            Thread.ofPlatform().name("vault").daemon().start(this::open);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped.countDown();
        opened.completeExceptionally(new CancellationException("the service stops"));
    }

    /** The vault, as soon as it is open. */
    Uni<Vault> current() {
        return Uni.createFrom().completionStage(() -> current);
    }

    /** Whoever rotated the master key, here or elsewhere: from now on this holds. */
    void take(Vault vault) {
        current = CompletableFuture.completedFuture(vault);
    }

    /** Looks again: another instance has rotated the master key. Waits for a disk or a network. */
    Vault reload() {
        var vault = look();
        take(vault);
        return vault;
    }

    private void open() {
        long pause = runtime.records().firstPause().toMillis();
        while (!opened.isDone()) {
            try {
                flyway.migrate();
                opened.complete(look());
                conditions.there(NAME);
                return;
            } catch (UnusableMasterKey e) {
                wrong.stop(String.valueOf(e.getMessage()));
                return;
            } catch (RuntimeException failure) {
                conditions.away(
                        NAME,
                        (Outages.isOutage(failure) ? "not reachable: " : "not usable: ")
                                + failure.getClass().getSimpleName());
            }
            pause = Math.min(pause * 2, runtime.records().longestPause().toMillis());
            if (stopsWithin(pause)) {
                return;
            }
        }
    }

    private Vault look() {
        var known = store.master().await().atMost(PATIENCE);
        if (known.isEmpty()) {
            if (store.count().await().atMost(PATIENCE) > 0) {
                throw new UnusableMasterKey(
                        source.name() + ": cannot be proved: the keys' database has lost its proof");
            }
            var made = source.load().orElseGet(source::create);
            store.first(Vault.proof(made)).await().atMost(PATIENCE);
            known = store.master().await().atMost(PATIENCE);
        }
        var master = known.orElseThrow();
        return Vault.open(source, master.version(), master.proof());
    }

    private boolean stopsWithin(long millis) {
        try {
            return stopped.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** Rewraps all keys with a new master key, without reading what they seal; gives how many. */
    Uni<Integer> rotate() {
        return store.<Turned>rotating(rotating -> {
                    var before = Vault.open(
                            source,
                            rotating.before().version(),
                            rotating.before().proof());
                    var after = new Vault(source, source.renew(), before.version() + 1);
                    return rotating.renew(after.version(), Vault.proof(after.master()))
                            .chain(() -> rewrap(rotating, after))
                            .map(count -> new Turned(after, count));
                })
                .map(turned -> {
                    source.forgetOld();
                    take(turned.vault());
                    return turned.count();
                });
    }

    private record Turned(Vault vault, int count) {}

    private Uni<Integer> rewrap(KeyStore.Rotating rotating, Vault after) {
        var most = config.keys().rotatedTogether();
        return Uni.createFrom()
                .deferred(() -> rotating.old(after.version(), most).chain(old -> {
                    var anew = new HashMap<KeyId, byte[]>();
                    old.forEach((id, wrapped) -> anew.put(
                            id,
                            after.wrap(
                                    id,
                                    after.unwrap(id, wrapped)
                                            .orElseThrow(() -> new IllegalStateException(
                                                    "a key was wrapped by another master key: " + id)))));
                    return rotating.rewrap(after.version(), anew).replaceWith(anew.size());
                }))
                .repeat()
                .whilst(done -> done >= most)
                .collect()
                .with(Collectors.summingInt(Integer::intValue));
    }
}
