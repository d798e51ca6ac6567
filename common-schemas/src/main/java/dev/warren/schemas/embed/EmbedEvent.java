package dev.warren.schemas.embed;

import dev.warren.schemas.event.UnknownType;
import dev.warren.schemas.event.WireType;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;

/** What the embed service decided, without content: topic {@code embed.events}. */
public sealed interface EmbedEvent {
    /**
     * A link of a member was shown.
     *
     * @param site the host that the link names, in lower case
     * @param provider who told what it shows, such as {@code youtube} or {@code opengraph}
     * @param cached whether it was known already
     */
    @WireType("dev.warren.embed.link-unfolded.v1")
    record LinkUnfolded(
            GuildId guild,
            ChannelId channel,
            UserId user,
            MessageId message,
            String site,
            String provider,
            boolean cached,
            Instant at)
            implements EmbedEvent {
        public LinkUnfolded {
            notBlank("site", site);
            notBlank("provider", provider);
        }
    }

    /**
     * A member showed a channel of theirs elsewhere: its name there is that of the member here. Others may offer to note it.
     *
     * @param platform where
     * @param handle its name there, without {@code @}
     * @param url its address
     */
    @WireType("dev.warren.embed.own-channel-shown.v1")
    record OwnChannelShown(
            GuildId guild,
            ChannelId channel,
            UserId user,
            MessageId message,
            Platform platform,
            String handle,
            String url,
            Instant at)
            implements EmbedEvent {
        public OwnChannelShown {
            notBlank("handle", handle);
            if (!url.startsWith("https://")) {
                throw new IllegalArgumentException("url must begin with https://");
            }
        }
    }

    /**
     * A new item of a feed was announced.
     *
     * @param follow the number of the subscription in the embed service
     * @param provider such as {@code rss} or {@code twitch}
     * @param item the item's own id there
     */
    @WireType("dev.warren.embed.item-announced.v1")
    record ItemAnnounced(GuildId guild, ChannelId channel, long follow, String provider, String item, Instant at)
            implements EmbedEvent {
        public ItemAnnounced {
            if (follow < 1) {
                throw new IllegalArgumentException("follow must be at least 1: " + follow);
            }
            notBlank("provider", provider);
            notBlank("item", item);
        }
    }

    /**
     * The links of a message are to be shown now: Discord had its time to do it itself, or what they show has become known.
     *
     * @param revision which of the message's versions: when it was edited, in milliseconds of the epoch; 0 for the first
     * @param attempt how often this was due for the version, from 1
     */
    @WireType("dev.warren.embed.unfolding-due.v1")
    record UnfoldingDue(
            GuildId guild, ChannelId channel, UserId user, MessageId message, long revision, int attempt, Instant at)
            implements EmbedEvent {
        public UnfoldingDue {
            if (revision < 0) {
                throw new IllegalArgumentException("revision must not be negative: " + revision);
            }
            if (attempt < 1) {
                throw new IllegalArgumentException("attempt must be at least 1: " + attempt);
            }
        }
    }

    /** Where a member may have a channel. */
    enum Platform {
        X,
        YOUTUBE,
        TWITCH
    }

    /** A type of the future. */
    record Unknown(String type) implements EmbedEvent, UnknownType {}

    private static void notBlank(String field, String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(field + " must not be blank");
        }
    }
}
