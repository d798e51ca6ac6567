package dev.warren.economy.earning;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.desk.EconomyEvents;
import dev.warren.economy.ledger.Book;
import dev.warren.economy.ledger.Coins;
import dev.warren.economy.ledger.Draft;
import dev.warren.economy.ledger.Ledger;
import dev.warren.economy.ledger.Ledger.Sealed;
import dev.warren.economy.ledger.Posting;
import dev.warren.economy.ledger.Sql;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.OnContext;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.runtime.timers.Timers;
import dev.warren.schemas.economy.Cause;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Pays what writing earned, guild by guild. The transaction holds the payment, the mark that it is paid, and its event, which is sent
 * when that is stored: all or none.
 */
@ApplicationScoped
class Payer {
    private static final Logger LOG = Logger.getLogger(Payer.class);
    private static final String SOURCE = "/economy";

    private static final String NEXT_GUILD =
            "SELECT guild_id, user_id FROM active_window WHERE NOT paid ORDER BY guild_id, user_id, tenth LIMIT 1";

    private static final String CLAIM = """
            SELECT user_id, tenth, amount FROM active_window
            WHERE guild_id = ?1 AND NOT paid
            ORDER BY guild_id, user_id, tenth LIMIT ?2 FOR UPDATE SKIP LOCKED""";

    private static final String PAID = """
            UPDATE active_window SET paid = true
            FROM json_to_recordset(CAST(CAST(?2 AS text) AS json)) AS done (member bigint, tenth int)
            WHERE guild_id = ?1 AND user_id = done.member AND active_window.tenth = done.tenth""";

    private final RuntimeConfig runtime;
    private final EconomyConfig config;
    private final Mutiny.SessionFactory sessions;
    private final Ledger ledger;
    private final Timers timers;
    private final Readiness readiness;
    private final InstantSource clock;
    private final Vertx vertx;
    private final AtomicBoolean paying = new AtomicBoolean();
    private final AtomicBoolean missed = new AtomicBoolean();
    private Optional<Every> rounds = Optional.empty();

    Payer(
            RuntimeConfig runtime,
            EconomyConfig config,
            Mutiny.SessionFactory sessions,
            Ledger ledger,
            Timers timers,
            Readiness readiness,
            InstantSource clock,
            Vertx vertx) {
        this.runtime = runtime;
        this.config = config;
        this.sessions = sessions;
        this.ledger = ledger;
        this.timers = timers;
        this.readiness = readiness;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            rounds = Optional.of(Every.start("pay", config.activity().every(), () -> {
                wake();
                return Uni.createFrom().voidItem();
            }));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    /** Pays soon what is not paid yet. */
    void wake() {
        if (!paying.compareAndSet(false, true)) {
            missed.set(true);
            return;
        }
        missed.set(false);
        // sessions insist on a context of their own
        var context = VertxContext.getOrCreateDuplicatedContext(vertx);
        VertxContextSafetyToggle.setContextSafe(context, true);
        context.runOnContext(_ -> readiness
                .whenReady()
                .chain(this::payAll)
                .onTermination()
                .invoke(() -> paying.set(false))
                .subscribe()
                .with(
                        _ -> {
                            if (missed.get()) {
                                wake();
                            }
                        },
                        failure -> LOG.warnf(
                                "not paid yet, tried again soon error=%s",
                                failure.getClass().getName())));
    }

    private Uni<Void> payAll() {
        return OnContext.<Integer>defer(() -> sessions.withStatelessTransaction(this::payNext))
                .repeat()
                .whilst(paid -> paid > 0)
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Pays members of one guild; how many. */
    private Uni<Integer> payNext(Mutiny.StatelessSession tx) {
        return Sql.rows(tx, NEXT_GUILD)
                .chain(rows -> rows.isEmpty()
                        ? Uni.createFrom().item(0)
                        : pay(tx, new GuildId(((Number) rows.getFirst()[0]).longValue())));
    }

    private Uni<Integer> pay(Mutiny.StatelessSession tx, GuildId guild) {
        return Sql.rows(tx, CLAIM, guild.value(), config.activity().batch()).chain(rows -> {
            var due = rows.stream().map(row -> activity(guild, row)).toList();
            return due.isEmpty()
                    ? Uni.createFrom().item(0)
                    : ledger.open(tx, guild, due.stream().map(Activity::member).toList())
                            .chain(book -> pay(tx, book, due))
                            .replaceWith(due.size());
        });
    }

    private Uni<Void> pay(Mutiny.StatelessSession tx, Book book, List<Activity> due) {
        var now = clock.instant();
        var paid = book;
        for (var activity : due) {
            paid = switch (paid.post(draft(paid, activity, now))) {
                case Posting.Done done -> done.book();
                // whoever holds 2^63 - 1 coins earns no more
                case Posting.TooMuch _, Posting.NotEnough _ -> paid;
            };
        }
        var marked = Sql.execute(tx, PAID, book.guild().value(), marks(due)).replaceWithVoid();
        if (paid.pending().isEmpty()) {
            return marked;
        }
        return ledger.seal(tx, paid).call(() -> marked).chain(written -> announce(tx, written, now));
    }

    /** The account is a random number, so the key tells nobody of whom it speaks. */
    private static Draft draft(Book book, Activity activity, Instant now) {
        var wallet = book.wallet(activity.member()).id();
        return Draft.transfer(
                EventId.of("activity:" + wallet + "/" + activity.tenth().sinceEpoch()),
                Cause.ACTIVITY,
                now,
                book.mint().id(),
                wallet,
                new Coins(activity.amount()));
    }

    private Uni<Void> announce(Mutiny.StatelessSession tx, Sealed sealed, Instant now) {
        return Multi.createFrom()
                .iterable(sealed.transactions())
                .onItem()
                .transformToUniAndConcatenate(one -> {
                    var event = Event.first(
                            one.key(),
                            SOURCE,
                            now,
                            EconomyEvents.key(sealed, one),
                            EconomyEvents.recorded(sealed, one));
                    return timers.schedule(tx, one.key().value(), now, new Outgoing<>(Topics.ECONOMY_EVENTS, event));
                })
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Activity activity(GuildId guild, Object[] row) {
        return new Activity(
                guild,
                new UserId(((Number) row[0]).longValue()),
                new Tenth(((Number) row[1]).intValue()),
                ((Number) row[2]).longValue());
    }

    private static String marks(List<Activity> due) {
        var rows = new JsonArray();
        due.forEach(one -> rows.add(new JsonObject()
                .put("member", one.member().value())
                .put("tenth", one.tenth().sinceEpoch())));
        return rows.encode();
    }
}
