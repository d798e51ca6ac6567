package dev.warren.economy.taxation;

import dev.warren.economy.EconomyConfig;
import dev.warren.economy.EconomySettings;
import dev.warren.economy.desk.Words;
import dev.warren.runtime.config.RuntimeConfig;
import dev.warren.runtime.events.OnContext;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.lifecycle.Every;
import dev.warren.runtime.lifecycle.Readiness;
import dev.warren.runtime.settings.GuildSettings;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.timers.Timers;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.economy.EconomyEvent;
import dev.warren.schemas.economy.MarketEvents.Deadline;
import dev.warren.schemas.economy.MarketEvents.DeadlineReached;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Sets the timers of the tax on wealth, again and again by what holds: one that tells the members, and one for the Monday itself, whose
 * record {@link WealthTaxDue} acts on. A notice that was sent is not set again.
 */
@ApplicationScoped
class TaxRounds {
    private static final Logger LOG = Logger.getLogger(TaxRounds.class);
    private static final String GUILDS = "SELECT guild_id FROM book ORDER BY guild_id";
    private static final Duration WORTH_TELLING = Duration.ofHours(12);
    private static final String SOURCE = "/economy";

    private final RuntimeConfig runtime;
    private final EconomyConfig config;
    private final Pool pool;
    private final Mutiny.SessionFactory sessions;
    private final SettingsView settings;
    private final Timers timers;
    private final Readiness readiness;
    private final InstantSource clock;
    private final Vertx vertx;
    private Optional<Every> rounds = Optional.empty();

    TaxRounds(
            RuntimeConfig runtime,
            EconomyConfig config,
            Pool pool,
            Mutiny.SessionFactory sessions,
            SettingsView settings,
            Timers timers,
            Readiness readiness,
            InstantSource clock,
            Vertx vertx) {
        this.runtime = runtime;
        this.config = config;
        this.pool = pool;
        this.sessions = sessions;
        this.settings = settings;
        this.timers = timers;
        this.readiness = readiness;
        this.clock = clock;
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        if (!runtime.train()) {
            rounds = Optional.of(Every.start("taxes", config.taxes().every(), this::round));
            round().subscribe()
                    .with(
                            _ -> {},
                            failure -> LOG.warnf(
                                    "taxes not looked at yet error=%s",
                                    failure.getClass().getName()));
        }
    }

    void stop(@Observes ShutdownEvent event) {
        rounds.ifPresent(Every::close);
    }

    private Uni<Void> round() {
        return readiness.whenReady().chain(() -> round(clock.instant()));
    }

    /** Sets the timers of all guilds, one after the other. */
    Uni<Void> round(Instant now) {
        return pool.query(GUILDS)
                .execute()
                .map(rows -> {
                    var guilds = new ArrayList<GuildId>();
                    rows.forEach(row -> guilds.add(new GuildId(row.getLong(0))));
                    return guilds;
                })
                .chain(guilds -> Multi.createFrom()
                        .iterable(guilds)
                        .onItem()
                        .transformToUniAndConcatenate(guild -> set(guild, now))
                        .collect()
                        .asList())
                .replaceWithVoid();
    }

    /** Sessions insist on a context of their own. */
    private Uni<Void> set(GuildId guild, Instant now) {
        return Uni.createFrom().emitter(done -> {
            var context = VertxContext.getOrCreateDuplicatedContext(vertx);
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(_ -> OnContext.<Void>defer(
                            () -> sessions.withStatelessTransaction(tx -> set(tx, guild, now)))
                    .subscribe()
                    .with(done::complete, done::fail));
        });
    }

    private Uni<Void> set(Mutiny.StatelessSession tx, GuildId guild, Instant now) {
        var held = settings.at(Optional.of(guild), now);
        var tax = WealthTax.of(held);
        var day = WealthTax.next(now, held.timezone());
        var dueAt = day.atStartOfDay(held.timezone()).toInstant();
        var toldAt = dueAt.minus(WealthTax.NOTICE);
        var name = "wealth-tax:" + guild + "@" + day;
        if (tax.isNone()) {
            return timers.cancel(tx, name)
                    .chain(() -> timers.cancel(tx, name + "/notice"))
                    .replaceWithVoid();
        }
        EconomyEvent due = new DeadlineReached(guild, Deadline.WEALTH_TAX, day.toEpochDay(), dueAt);
        var record = new Outgoing<>(
                Topics.ECONOMY_EVENTS, Event.first(EventId.of(name), SOURCE, dueAt, Keys.guild(guild), due));
        return timers.schedule(tx, guild, name, dueAt, record)
                .chain(() -> now.isBefore(toldAt)
                        ? notice(tx, guild, held, tax, name + "/notice", dueAt)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> notice(
            Mutiny.StatelessSession tx, GuildId guild, GuildSettings held, WealthTax tax, String name, Instant dueAt) {
        var channel = EconomySettings.notices(held);
        if (channel.isEmpty()) {
            return timers.cancel(tx, name).replaceWithVoid();
        }
        var toldAt = dueAt.minus(WealthTax.NOTICE);
        return timers.schedule(
                tx, guild, name, toldAt, new Outgoing<>(Topics.REPLIES, notice(channel.get(), tax, name, dueAt)));
    }

    private static Event<ReplyEvent> notice(ChannelId channel, WealthTax tax, String name, Instant dueAt) {
        var toldAt = dueAt.minus(WealthTax.NOTICE);
        var body = MessageBody.embed(Words.card("Wealth tax", told(tax, dueAt)));
        ReplyEvent post =
                new PostMessage(channel, body, Optional.empty(), Optional.empty(), toldAt.plus(WORTH_TELLING));
        return Event.first(EventId.of(name), SOURCE, toldAt, channel.toString(), post);
    }

    /** What members are told of it. */
    static String told(WealthTax tax, Instant dueAt) {
        return "%s, **%s %%** of what a member holds above %s, wallet and bank together, go to the treasury."
                .formatted(
                        Words.when(dueAt),
                        tax.percent().stripTrailingZeros().toPlainString(),
                        Words.coins(tax.threshold()));
    }
}
