package dev.warren.embed.unfolding;

import dev.warren.embed.links.Link;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.util.List;
import java.util.Optional;

/**
 * A message whose links are shown. It bears whatever order the message's events come in: the newest version counts, and what was deleted or
 * taken down stays so.
 *
 * @param author none as long as only something was told of the message that names nobody
 * @param revision when the version was edited, in milliseconds of the epoch; 0 for the first
 * @param discords what Discord itself shows of the message
 * @param reply the id of the bot's reply, while one stands
 */
record Unfolding(
        MessageId message,
        GuildId guild,
        ChannelId channel,
        Optional<UserId> author,
        long revision,
        List<Link> links,
        List<String> discords,
        State state,
        Optional<EventId> reply) {
    /** How far it is. */
    enum State {
        /** Something of the message came before the message itself. */
        EARLY,
        /** It will be shown when it is due. */
        WAITING,
        /** It was due; the reply stands, if there is one. */
        SETTLED,
        /** Somebody took the reply down. */
        REMOVED,
        /** The message was deleted. */
        GONE
    }

    Unfolding {
        links = List.copyOf(links);
        discords = List.copyOf(discords);
        if (revision < 0) {
            throw new IllegalArgumentException("revision must not be negative: " + revision);
        }
    }

    /** A message of which nothing is known yet. */
    static Unfolding early(MessageId message, GuildId guild, ChannelId channel, Optional<UserId> author) {
        return new Unfolding(message, guild, channel, author, 0, List.of(), List.of(), State.EARLY, Optional.empty());
    }

    /** The message came. A version that overtook it counts instead of its own; of a deleted one nothing more happens. */
    Unfolding written(UserId by, List<Link> its) {
        return switch (state) {
            case EARLY -> {
                var newest = revision > 0 ? links : its;
                yield new Unfolding(
                        message,
                        guild,
                        channel,
                        Optional.of(by),
                        revision,
                        newest,
                        discords,
                        newest.isEmpty() ? State.SETTLED : State.WAITING,
                        reply);
            }
            case WAITING, SETTLED, REMOVED, GONE -> this;
        };
    }

    /** It was edited: what it says now counts, and what Discord showed of the former version does not. Older versions change nothing. */
    Unfolding edited(long at, List<Link> its) {
        if (at <= revision) {
            return this;
        }
        return switch (state) {
            case EARLY -> with(at, its, State.EARLY);
            case WAITING, SETTLED -> its.equals(links) ? this : with(at, its, State.WAITING);
            case REMOVED, GONE -> this;
        };
    }

    /** Discord shows these links itself. */
    Unfolding discordShows(List<String> urls) {
        return new Unfolding(message, guild, channel, author, revision, links, urls, state, reply);
    }

    /** The reply that stands from now on, if one does. */
    Unfolding settled(Optional<EventId> standing) {
        return new Unfolding(message, guild, channel, author, revision, links, discords, State.SETTLED, standing);
    }

    /** Somebody took it down; it does not come back, whatever the message says later. */
    Unfolding removed() {
        return over(State.REMOVED);
    }

    /** The message is gone; nothing of what it said is kept. */
    Unfolding gone() {
        return over(State.GONE);
    }

    /** Who wrote it; known of whatever is shown. */
    UserId writer() {
        return author.orElseThrow(() -> new IllegalStateException("nobody is known to have written " + message));
    }

    /** Whether its links are still to be shown, in this version. */
    boolean awaits(long version) {
        return state == State.WAITING && revision == version;
    }

    private Unfolding with(long at, List<Link> its, State next) {
        return new Unfolding(message, guild, channel, author, at, its, List.of(), next, reply);
    }

    private Unfolding over(State end) {
        return new Unfolding(message, guild, channel, author, revision, List.of(), List.of(), end, Optional.empty());
    }
}
