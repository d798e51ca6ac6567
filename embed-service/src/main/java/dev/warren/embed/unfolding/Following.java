package dev.warren.embed.unfolding;

import dev.warren.embed.EmbedConfig;
import dev.warren.embed.EmbedSettings;
import dev.warren.embed.cache.Previews;
import dev.warren.embed.links.Addresses;
import dev.warren.embed.links.Link;
import dev.warren.embed.links.Links;
import dev.warren.embed.unfolding.OptOuts.Kind;
import dev.warren.embed.unfolding.OptOuts.Off;
import dev.warren.embed.unfolding.Unfolding.State;
import dev.warren.runtime.events.Outgoing;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.schemas.discord.MessageEvent.MessageCreated;
import dev.warren.schemas.discord.MessageEvent.MessageDeleted;
import dev.warren.schemas.discord.MessageEvent.MessageEdited;
import dev.warren.schemas.discord.MessageEvent.MessageUnfolded;
import dev.warren.schemas.embed.EmbedEvent.OwnChannelShown;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Follows messages: written, edited, shown by Discord itself, deleted, in whatever order that is told. */
@ApplicationScoped
class Following {
    private static final Logger LOG = Logger.getLogger(Following.class);
    private static final List<Outgoing<?>> NOTHING = List.of();

    private final EmbedConfig.Unfolding config;
    private final SettingsView settings;
    private final Unfoldings unfoldings;
    private final OptOuts optOuts;
    private final Dues dues;
    private final Previews previews;
    private final AgeRestrictions channels;
    private final InstantSource clock;

    Following(
            EmbedConfig config,
            SettingsView settings,
            Unfoldings unfoldings,
            OptOuts optOuts,
            Dues dues,
            Previews previews,
            AgeRestrictions channels,
            InstantSource clock) {
        this.config = config.unfolding();
        this.settings = settings;
        this.unfoldings = unfoldings;
        this.optOuts = optOuts;
        this.dues = dues;
        this.previews = previews;
        this.channels = channels;
        this.clock = clock;
    }

    Uni<List<Outgoing<?>>> written(Mutiny.StatelessSession tx, Event<?> event, MessageCreated created) {
        var guild = created.guild().orElseThrow();
        boolean wanted = settings.at(created.guild(), event.time()).moduleOn(EmbedSettings.MODULE);
        if (!wanted || isOld(created.createdAt())) {
            return Uni.createFrom().item(NOTHING);
        }
        var links = Links.in(created.content(), config.mostLinks());
        var member = created.author().id();
        var shown = own(event, created, guild, links);
        return optOuts.of(tx, guild, Optional.of(member)).chain(off -> {
            if (links.isEmpty() || off.has(Kind.MEMBER, member) || isOff(off, created)) {
                return Uni.createFrom().item(NOTHING);
            }
            var some = links.stream()
                    .filter(link -> !off.hasSite(Addresses.site(link.address())))
                    .toList();
            return unfoldings
                    .find(tx, created.id())
                    .map(found -> found.orElseGet(
                            () -> Unfolding.early(created.id(), guild, created.channel(), Optional.of(member))))
                    .chain(before -> step(tx, event, before, before.written(member, some)))
                    .replaceWith(shown);
        });
    }

    private boolean isOff(Off off, MessageCreated created) {
        return off.has(Kind.CHANNEL, created.channel()) || off.has(Kind.CHANNEL, channels.whole(created.channel()));
    }

    Uni<List<Outgoing<?>>> edited(Mutiny.StatelessSession tx, Event<?> event, MessageEdited edited) {
        var guild = edited.guild().orElseThrow();
        var links = Links.in(edited.content(), config.mostLinks());
        return unfoldings.find(tx, edited.id()).chain(found -> {
            if (found.isEmpty() && (links.isEmpty() || isOld(edited.id().createdAt()))) {
                // of a message without links nothing is kept, and this one has none
                return Uni.createFrom().item(NOTHING);
            }
            var before = found.orElseGet(() -> Unfolding.early(edited.id(), guild, edited.channel(), edited.author()));
            return optOuts.of(tx, guild, before.author())
                    .map(off -> links.stream()
                            .filter(link -> !off.hasSite(Addresses.site(link.address())))
                            .toList())
                    .chain(some -> step(
                            tx, event, before, before.edited(edited.editedAt().toEpochMilli(), some)));
        });
    }

    Uni<List<Outgoing<?>>> unfolded(Mutiny.StatelessSession tx, Event<?> event, MessageUnfolded unfolded) {
        return unfoldings.find(tx, unfolded.id()).chain(found -> {
            if (found.isEmpty() && isOld(unfolded.id().createdAt())) {
                return Uni.createFrom().item(NOTHING);
            }
            var before = found.orElseGet(() -> Unfolding.early(
                    unfolded.id(), unfolded.guild().orElseThrow(), unfolded.channel(), unfolded.author()));
            var after = before.discordShows(unfolded.links());
            boolean late = before.state() == State.SETTLED && before.reply().isPresent();
            return late ? giveWay(tx, event, after) : unfoldings.save(tx, after).replaceWith(NOTHING);
        });
    }

    /** Discord took longer than it was given: one of both goes. */
    private Uni<List<Outgoing<?>>> giveWay(Mutiny.StatelessSession tx, Event<?> event, Unfolding unfolding) {
        var replies = new Replies(event, clock.instant().plus(config.postWithin()));
        if (EmbedSettings.replaces(settings.at(Optional.of(unfolding.guild()), event.time()))) {
            return unfoldings.save(tx, unfolding).replaceWith(List.of(replies.hideDiscords(unfolding)));
        }
        // some of them may not be Discord's: then it is shown anew without those that are
        var again = new Unfolding(
                unfolding.message(),
                unfolding.guild(),
                unfolding.channel(),
                unfolding.author(),
                unfolding.revision() + 1,
                unfolding.links(),
                unfolding.discords(),
                State.WAITING,
                unfolding.reply());
        return unfoldings
                .save(tx, again)
                .chain(() -> dues.schedule(tx, event, again, 1, clock.instant()))
                .replaceWith(NOTHING);
    }

    Uni<List<Outgoing<?>>> deleted(Mutiny.StatelessSession tx, Event<?> event, MessageDeleted deleted) {
        return unfoldings.find(tx, deleted.id()).chain(found -> {
            if (found.isEmpty() && isOld(deleted.id().createdAt())) {
                // it would not be shown any more, should it come after its end
                return Uni.createFrom().item(NOTHING);
            }
            var before = found.orElseGet(() ->
                    Unfolding.early(deleted.id(), deleted.guild().orElseThrow(), deleted.channel(), deleted.author()));
            return step(tx, event, before, before.gone());
        });
    }

    /** Stores the change, and does what follows from it. */
    private Uni<List<Outgoing<?>>> step(Mutiny.StatelessSession tx, Event<?> event, Unfolding before, Unfolding after) {
        if (after.equals(before)) {
            return Uni.createFrom().item(NOTHING);
        }
        var stored = unfoldings.save(tx, after);
        if (after.state() == State.WAITING) {
            warm(after);
            var due = after.links().isEmpty() ? clock.instant() : dueAt(after, event.time());
            return stored.chain(() -> dues.schedule(tx, event, after, 1, due)).replaceWith(NOTHING);
        }
        if (after.state() == State.GONE && before.state() != State.EARLY) {
            var replies = new Replies(event, clock.instant().plus(config.followed()));
            List<Outgoing<?>> down = before.reply()
                    .<List<Outgoing<?>>>map(reply -> List.of(replies.takeDown(before, reply)))
                    .orElse(NOTHING);
            return stored.chain(() -> dues.cancel(tx, after.message())).replaceWith(down);
        }
        return stored.replaceWith(NOTHING);
    }

    private Instant dueAt(Unfolding unfolding, Instant told) {
        var since = unfolding.revision() == 0 ? unfolding.message().createdAt() : told;
        return since.plus(config.patience());
    }

    /** What links show is looked up while Discord has its time. Nobody waits for it here, and should it fail it is done when it is due. */
    private void warm(Unfolding unfolding) {
        for (var link : unfolding.links()) {
            previews.look(link.address())
                    .subscribe()
                    .with(
                            found -> {},
                            failure -> LOG.debugf(
                                    "not looked up ahead error=%s",
                                    failure.getClass().getName()));
        }
    }

    private boolean isOld(Instant writtenAt) {
        return writtenAt.plus(config.maxAge()).isBefore(clock.instant());
    }

    private static List<Outgoing<?>> own(Event<?> event, MessageCreated created, GuildId guild, List<Link> links) {
        var shown = new ArrayList<Outgoing<?>>();
        for (var link : links) {
            OwnChannels.at(link.address())
                    .map(channel -> new OwnChannelShown(
                            guild,
                            created.channel(),
                            created.author().id(),
                            created.id(),
                            channel.platform(),
                            channel.handle(),
                            channel.url(),
                            created.createdAt()))
                    .ifPresent(told -> shown.add(new Outgoing<>(
                            Topics.EMBED_EVENTS,
                            event.causes(
                                    event.id().derive("own-channel-shown:" + shown.size()),
                                    Dues.SOURCE,
                                    event.time(),
                                    Keys.member(
                                            Optional.of(guild), created.author().id()),
                                    told))));
        }
        return List.copyOf(shown);
    }

    /** Takes the reply of a message down for good; none where none stands. */
    Uni<Boolean> remove(Mutiny.StatelessSession tx, MessageId message) {
        return unfoldings
                .find(tx, message)
                .chain(found -> found.isEmpty()
                        ? Uni.createFrom().item(false)
                        : unfoldings
                                .save(tx, found.get().removed())
                                .chain(() -> dues.cancel(tx, message))
                                .replaceWith(true));
    }
}
