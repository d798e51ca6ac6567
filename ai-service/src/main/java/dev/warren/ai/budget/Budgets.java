package dev.warren.ai.budget;

import dev.warren.ai.AiConfig;
import dev.warren.ai.asking.Asker;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.schemas.ids.GuildId;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;

/**
 * Reserves before a call and settles after it, exactly, over all instances: a reservation and its limits are one statement. What is never
 * settled, since an instance died, counts as spent in full: the provider may have charged for it.
 */
@ApplicationScoped
public class Budgets {
    private static final String RESERVE = "SELECT reserve_spending($1, $2, $3, $4, $5, $6, $7, $8) AS scope";
    private static final String SETTLE = "SELECT settle_spending($1, $2, $3)";
    private static final String ABANDONED = """
        SELECT count(settle_spending(id, tokens, money)) FROM (SELECT id, tokens, money FROM reservation
            WHERE at < now() - $1 * interval '1 millisecond' ORDER BY at LIMIT 1000 FOR UPDATE SKIP LOCKED) AS lost\
        """;
    private static final String FORGET = "DELETE FROM spending WHERE day < $1";

    private final RuntimeConfig runtime;
    private final AiConfig.Budget config;
    private final Pool pool;
    private final Readiness readiness;
    private final InstantSource clock;
    private Optional<Every> sweeping = Optional.empty();

    Budgets(RuntimeConfig runtime, AiConfig config, Pool pool, Readiness readiness, InstantSource clock) {
        this.runtime = runtime;
        this.config = config.budget();
        this.pool = pool;
        this.readiness = readiness;
        this.clock = clock;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            sweeping = Optional.of(Every.start(
                    "settle", config.sweepEvery(), () -> readiness.whenReady().chain(this::sweep)));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        sweeping.ifPresent(Every::close);
    }

    /**
     * Reserves what a call may come to.
     *
     * @param id names the reservation; the same one is made once
     * @return whose limit is in the way; none when it is reserved
     */
    public Uni<Optional<Scope>> reserve(String id, Asker asker, Limits limits, Spending most) {
        return pool.preparedQuery(RESERVE)
                .execute(Tuple.from(new Object[] {
                    id,
                    today(),
                    asker.guild().map(GuildId::value).orElse(0L),
                    asker.user().value(),
                    most.tokens(),
                    most.money(),
                    new Long[] {
                        limits.member().tokens(),
                        limits.guild().tokens(),
                        limits.all().tokens()
                    },
                    new Long[] {
                        limits.member().money(),
                        limits.guild().money(),
                        limits.all().money()
                    }
                }))
                .map(rows -> Optional.ofNullable(rows.iterator().next().getString("scope"))
                        .map(scope -> Scope.valueOf(scope.toUpperCase(Locale.ROOT))));
    }

    /** Puts what the call came to in its place; a second time changes nothing. */
    public Uni<Void> settle(String id, Spending spent) {
        return pool.preparedQuery(SETTLE)
                .execute(Tuple.of(id, spent.tokens(), spent.money()))
                .replaceWithVoid();
    }

    private Uni<Void> sweep() {
        return pool.preparedQuery(ABANDONED)
                .execute(Tuple.of(config.settlesWithin().toMillis()))
                .chain(() -> pool.preparedQuery(FORGET).execute(Tuple.of(today().minusDays(config.days()))))
                .replaceWithVoid();
    }

    /** The day for which is reckoned, in UTC. */
    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Whose limit it is. */
    public enum Scope {
        MEMBER,
        GUILD,
        ALL
    }
}
