package dev.warren.embed.feeds;

import dev.warren.embed.feeds.DueFeeds.Ordered;
import dev.warren.embed.feeds.Polled.Answered;
import dev.warren.embed.feeds.Polled.Validators;
import dev.warren.embed.fetching.Fetcher;
import dev.warren.runtime.commands.Answer;
import dev.warren.runtime.commands.Answers;
import dev.warren.runtime.commands.Outcome;
import dev.warren.runtime.timers.Timers;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Carries out what members asked for and what needs a look at the source. The order goes, its effect stands and its answer is set in one
 * transaction; the answer's id follows from the question, so that it is given once, whoever looked, however often.
 */
@ApplicationScoped
class OrderDesk {
    private static final Logger LOG = Logger.getLogger(OrderDesk.class);
    private static final String DONE = "DELETE FROM feed_order WHERE id = :id AND tries = :tries";

    private final FeedsConfig config;
    private final DueFeeds due;
    private final FeedKinds kinds;
    private final Following following;
    private final Fetcher fetcher;
    private final Apart apart;
    private final Answers answers;
    private final Timers timers;
    private final InstantSource clock;

    OrderDesk(
            FeedsConfig config,
            DueFeeds due,
            FeedKinds kinds,
            Following following,
            Fetcher fetcher,
            Apart apart,
            Answers answers,
            Timers timers,
            InstantSource clock) {
        this.config = config;
        this.due = due;
        this.kinds = kinds;
        this.following = following;
        this.fetcher = fetcher;
        this.apart = apart;
        this.answers = answers;
        this.timers = timers;
        this.clock = clock;
    }

    Uni<Void> round(Instant now) {
        return due.orders(now)
                .chain(orders -> Multi.createFrom()
                        .iterable(orders)
                        .onItem()
                        .transformToUni(this::carryOut)
                        .merge(config.concurrency())
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    /** What fails here is tried again when the lease is over. */
    private Uni<Void> carryOut(Ordered ordered) {
        return Uni.createFrom()
                .deferred(() -> ordered.tries() > config.attempts()
                        ? done(
                                ordered,
                                _ -> Uni.createFrom()
                                        .item(Outcome.refused(
                                                "gave-up", "I could not look at it. Please try again later.")))
                        : look(ordered))
                .onFailure()
                .invoke(failure -> LOG.warnf(
                        "an order was not carried out eventId=%s error=%s",
                        ordered.order().id(), failure.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> look(Ordered ordered) {
        var order = ordered.order();
        var kind = kinds.of(order.kind());
        if (kind.isEmpty()) {
            return done(
                    ordered,
                    _ -> Uni.createFrom()
                            .item(Outcome.refused("unknown-kind", "I don't know that kind of source any more.")));
        }
        return order.follow().isPresent()
                ? kind.get()
                        .poll(order.words(), Validators.NONE, fetcher)
                        .chain(polled -> done(ordered, tx -> following.tested(tx, order, polled, clock.instant())))
                : kind.get().locate(order.words(), fetcher).chain(located -> switch (located) {
                    case Located.Nowhere(var reason, var text) ->
                        done(ordered, _ -> Uni.createFrom().item(Outcome.refused(reason, text)));
                    case Located.Source source -> add(ordered, kind.get(), source);
                });
    }

    private Uni<Void> add(Ordered ordered, FeedKind kind, Located.Source source) {
        return kind.poll(source.source(), Validators.NONE, fetcher).chain(polled -> switch (polled) {
            case Answered answered ->
                done(ordered, tx -> following.add(tx, ordered.order(), source, answered, clock.instant()));
            case Polled.Unchanged _ -> done(ordered, _ -> Uni.createFrom().item(unread("unchanged")));
            case Polled.Failed failed -> done(ordered, _ -> Uni.createFrom().item(unread(failed.reason())));
        });
    }

    private static Outcome unread(String reason) {
        return Outcome.of(new Answer.Refusal(
                "not-readable",
                "I could not read a feed there (" + reason + "). Is the name right?",
                Map.of("reason", reason)));
    }

    private interface Effect {
        Uni<Outcome> in(Mutiny.StatelessSession tx);
    }

    /** Nothing happens when another instance has taken the order over. */
    private Uni<Void> done(Ordered ordered, Effect effect) {
        var order = ordered.order();
        return apart.transact(tx -> tx.createNativeQuery(DONE)
                .setParameter("id", order.id().value())
                .setParameter("tries", ordered.tries())
                .executeUpdate()
                .chain(deleted -> deleted == 0
                        ? Uni.createFrom().voidItem()
                        : effect.in(tx).chain(outcome -> answer(tx, order, outcome))));
    }

    private Uni<Void> answer(Mutiny.StatelessSession tx, FeedOrder order, Outcome outcome) {
        var events = new ArrayList<>(answers.toEvents(order.cause(), order.origin(), outcome.answers()));
        events.addAll(outcome.events());
        return Multi.createFrom()
                .iterable(events)
                .onItem()
                .transformToUniAndConcatenate(event ->
                        timers.schedule(tx, order.guild(), event.event().id().value(), clock.instant(), event))
                .collect()
                .last()
                .replaceWithVoid();
    }
}
