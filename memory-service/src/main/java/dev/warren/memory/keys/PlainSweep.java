package dev.warren.memory.keys;

import dev.warren.memory.MemoryConfig;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.schemas.ids.UserId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/** Seals what older builds wrote in plain text, some rows in a transaction. Replicas share the work by locked rows. */
@ApplicationScoped
public class PlainSweep {
    private final MemoryConfig.Keys config;
    private final RuntimeConfig runtime;
    private final Pool pool;
    private final Readiness readiness;
    private final Standings standings;
    private final MemberKeys keys;
    private final List<PlainRows> all;
    private Optional<Every> rounds = Optional.empty();

    PlainSweep(
            MemoryConfig config,
            RuntimeConfig runtime,
            Pool pool,
            Readiness readiness,
            Standings standings,
            MemberKeys keys,
            @Any Instance<PlainRows> all) {
        this.config = config.keys();
        this.runtime = runtime;
        this.pool = pool;
        this.readiness = readiness;
        this.standings = standings;
        this.keys = keys;
        this.all = all.stream().toList();
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            rounds = Optional.of(Every.start("plain text", config.sealEvery(), this::sweep));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    /** Seals all that there is. */
    public Uni<Void> sweep() {
        return readiness
                .whenReady()
                .chain(() -> Multi.createFrom()
                        .iterable(all)
                        .onItem()
                        .transformToUniAndConcatenate(rows -> Uni.createFrom()
                                .deferred(() -> pool.withTransaction(tx -> seal(tx, rows)))
                                .repeat()
                                .whilst(done -> done >= config.sealedTogether())
                                .collect()
                                .last())
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private record Plain(long id, UserId user, String content) {}

    private Uni<Integer> seal(SqlConnection tx, PlainRows rows) {
        return tx.preparedQuery(rows.find())
                .execute(Tuple.of(config.sealedTogether()))
                .chain(found -> {
                    var plain = new ArrayList<Plain>();
                    found.forEach(row -> plain.add(
                            new Plain(row.getLong("id"), new UserId(row.getLong("member")), row.getString("content"))));
                    return plain.isEmpty() ? Uni.createFrom().item(0) : seal(tx, rows, plain);
                });
    }

    private Uni<Integer> seal(SqlConnection tx, PlainRows rows, List<Plain> plain) {
        var users = plain.stream().map(Plain::user).distinct().toList();
        return standings
                .lockAll(tx, users)
                .chain(held -> {
                    var theirs = new HashMap<UserId, Standing>();
                    users.forEach(user -> theirs.put(user, held.getOrDefault(user, Standing.NEW)));
                    return keys.of(theirs);
                })
                .chain(sealedWith -> tx.preparedQuery(rows.seal()).execute(Tuple.from(new Object[] {
                    plain.stream().map(Plain::id).toArray(Long[]::new),
                    plain.stream()
                            .map(one -> Buffer.buffer(Optional.ofNullable(sealedWith.get(one.user()))
                                    .orElseThrow()
                                    .sealText(rows.row(one.id()), one.content())))
                            .toArray(Buffer[]::new)
                })))
                .replaceWith(plain.size());
    }
}
