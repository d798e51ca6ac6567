package dev.warren.embed.unfolding;

import dev.warren.embed.EmbedConfig;
import dev.warren.embed.EmbedSettings;
import dev.warren.embed.cache.Previews;
import dev.warren.embed.cache.Shown;
import dev.warren.embed.links.Addresses;
import dev.warren.embed.links.Link;
import dev.warren.embed.unfolding.Cards.Card;
import dev.warren.runtime.events.EventPublisher;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.embed.EmbedEvent.LinkUnfolded;
import dev.warren.schemas.embed.EmbedEvent.UnfoldingDue;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Shows the links of a message that is due, of what is remembered. What is not remembered yet is looked up beside the transaction, and the
 * message is due again when it is found; should this instance die over it, a timer makes it due.
 */
@ApplicationScoped
class Showing {
    private static final Logger LOG = Logger.getLogger(Showing.class);
    private static final List<Outgoing<?>> NOTHING = List.of();

    private final EmbedConfig.Unfolding config;
    private final SettingsView settings;
    private final Unfoldings unfoldings;
    private final Dues dues;
    private final Previews previews;
    private final AgeRestrictions channels;
    private final EventPublisher publisher;
    private final InstantSource clock;
    private final MeterRegistry meters;

    Showing(
            EmbedConfig config,
            SettingsView settings,
            Unfoldings unfoldings,
            Dues dues,
            Previews previews,
            AgeRestrictions channels,
            EventPublisher publisher,
            InstantSource clock,
            MeterRegistry meters) {
        this.config = config.unfolding();
        this.settings = settings;
        this.unfoldings = unfoldings;
        this.dues = dues;
        this.previews = previews;
        this.channels = channels;
        this.publisher = publisher;
        this.clock = clock;
        this.meters = meters;
    }

    Uni<List<Outgoing<?>>> due(Mutiny.StatelessSession tx, Event<?> event, UnfoldingDue due) {
        return unfoldings.find(tx, due.message()).chain(found -> {
            if (found.filter(it -> it.awaits(due.revision())).isEmpty()) {
                // edited, deleted or shown meanwhile
                return Uni.createFrom().item(NOTHING);
            }
            var unfolding = found.get();
            var now = clock.instant();
            if (due.at().plus(config.maxAge()).isBefore(now)) {
                count("late");
                return settle(tx, unfolding, unfolding.reply()).replaceWith(NOTHING);
            }
            return previews.remembered(addresses(unfolding)).chain(known -> {
                var missing = addresses(unfolding).stream()
                        .filter(link -> !known.containsKey(link))
                        .toList();
                return missing.isEmpty() || due.attempt() >= config.attempts()
                        ? show(tx, event, unfolding, known, due.attempt() == 1, now)
                        : later(tx, event, unfolding, due.attempt() + 1, missing, now);
            });
        });
    }

    private static List<URI> addresses(Unfolding unfolding) {
        return unfolding.links().stream().map(Link::address).toList();
    }

    private Uni<List<Outgoing<?>>> later(
            Mutiny.StatelessSession tx,
            Event<?> event,
            Unfolding unfolding,
            int attempt,
            List<URI> missing,
            Instant now) {
        var at = now.plus(config.retry());
        return dues.schedule(tx, event, unfolding, attempt, at)
                .invoke(() -> lookUp(event, unfolding, attempt, missing, at))
                .replaceWith(NOTHING);
    }

    /** The record is the timer's own, only sooner: whichever comes second finds it handled. */
    private void lookUp(Event<?> event, Unfolding unfolding, int attempt, List<URI> missing, Instant at) {
        Uni.join()
                .all(missing.stream().map(previews::look).toList())
                .andCollectFailures()
                // where there was no room the timer has it tried again, when there may be some
                .chain(shown -> shown.contains(new Shown.Busy())
                        ? Uni.createFrom().voidItem()
                        : publisher.publish(Dues.due(event, unfolding, attempt, at)))
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.debugf(
                                "looked up again later messageId=%s error=%s",
                                unfolding.message(), failure.getClass().getName()));
    }

    private Uni<List<Outgoing<?>>> show(
            Mutiny.StatelessSession tx,
            Event<?> event,
            Unfolding unfolding,
            Map<URI, Shown> known,
            boolean atOnce,
            Instant now) {
        boolean replaces = EmbedSettings.replaces(settings.at(Optional.of(unfolding.guild()), event.time()));
        var cards = new ArrayList<Card>();
        var told = new ArrayList<Outgoing<?>>();
        for (var link : unfolding.links()) {
            if (known.get(link.address()) instanceof Shown.Known(var provider, var preview)) {
                var card = new Card(link, preview);
                if (preview.adult() && !channels.restricts(unfolding.channel())) {
                    count("adult");
                } else if (!replaces && isDiscords(card, unfolding)) {
                    count("discords");
                } else {
                    cards.add(card);
                    told.add(unfolded(event, unfolding, link, provider, told.size(), atOnce, now));
                }
            } else {
                count("nothing");
            }
        }
        var replies = new Replies(event, now.plus(config.postWithin()));
        var out = new ArrayList<Outgoing<?>>();
        var standing = reply(unfolding, cards, replies, out);
        if (replaces && !cards.isEmpty() && !unfolding.discords().isEmpty()) {
            out.add(replies.hideDiscords(unfolding));
        }
        out.addAll(told);
        return settle(tx, unfolding, standing).replaceWith(out);
    }

    /** Posts, changes or takes down; gives the reply that stands then. */
    private Optional<EventId> reply(Unfolding unfolding, List<Card> cards, Replies replies, List<Outgoing<?>> out) {
        if (cards.isEmpty()) {
            unfolding.reply().ifPresent(reply -> out.add(replies.takeDown(unfolding, reply)));
            return Optional.empty();
        }
        count("shown");
        var body = Cards.body(cards, unfolding.message(), unfolding.writer());
        if (unfolding.reply().isPresent()) {
            out.add(replies.edit(unfolding, unfolding.reply().get(), body));
            return unfolding.reply();
        }
        var post = replies.post(unfolding, body);
        out.add(post);
        return Optional.of(post.event().id());
    }

    /** Whether Discord shows that link; it names what a short one leads to. Where it shows as many as there are, it shows them all. */
    private static boolean isDiscords(Card card, Unfolding unfolding) {
        var discords = unfolding.discords().stream()
                .flatMap(url -> Addresses.canonical(url).stream())
                .collect(Collectors.toSet());
        // often both are the same, which Set.of would not take
        var its = List.of(
                card.link().address(),
                Addresses.canonical(card.preview().link().toString())
                        .orElse(card.link().address()));
        return unfolding.discords().size() >= unfolding.links().size()
                || discords.stream().anyMatch(its::contains);
    }

    private static Outgoing<?> unfolded(
            Event<?> event, Unfolding unfolding, Link link, String provider, int place, boolean atOnce, Instant now) {
        return new Outgoing<>(
                Topics.EMBED_EVENTS,
                event.causes(
                        event.id().derive("link-unfolded:" + place),
                        Dues.SOURCE,
                        event.time(),
                        Keys.member(Optional.of(unfolding.guild()), unfolding.writer()),
                        new LinkUnfolded(
                                unfolding.guild(),
                                unfolding.channel(),
                                unfolding.writer(),
                                unfolding.message(),
                                Addresses.site(link.address()),
                                provider,
                                atOnce,
                                now)));
    }

    private Uni<Void> settle(Mutiny.StatelessSession tx, Unfolding unfolding, Optional<EventId> standing) {
        return unfoldings.save(tx, unfolding.settled(standing)).chain(() -> dues.cancel(tx, unfolding.message()));
    }

    private void count(String outcome) {
        meters.counter("warren.embed.links", "outcome", outcome).increment();
    }
}
