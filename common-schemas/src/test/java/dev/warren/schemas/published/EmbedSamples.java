package dev.warren.schemas.published;

import static dev.warren.schemas.published.DiscordSamples.FIVER;
import static dev.warren.schemas.published.DiscordSamples.GUILD;
import static dev.warren.schemas.published.DiscordSamples.NOON;
import static dev.warren.schemas.published.Sample.full;

import dev.warren.schemas.embed.EmbedEvent.ItemAnnounced;
import dev.warren.schemas.embed.EmbedEvent.LinkUnfolded;
import dev.warren.schemas.embed.EmbedEvent.OwnChannelShown;
import dev.warren.schemas.embed.EmbedEvent.Platform;
import dev.warren.schemas.embed.EmbedEvent.UnfoldingDue;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.MessageId;
import java.util.List;

/** What the embed service decides. */
final class EmbedSamples {
    private static final ChannelId BURROW = new ChannelId(500);

    private EmbedSamples() {}

    static List<Sample> all() {
        return List.of(
                full(new LinkUnfolded(GUILD, BURROW, FIVER, new MessageId(700), "youtu.be", "youtube", false, NOON)),
                full(new OwnChannelShown(
                        GUILD,
                        BURROW,
                        FIVER,
                        new MessageId(700),
                        Platform.TWITCH,
                        "fiver",
                        "https://www.twitch.tv/fiver",
                        NOON)),
                full(new UnfoldingDue(GUILD, BURROW, FIVER, new MessageId(700), 1_781_000_000_000L, 2, NOON)),
                full(new ItemAnnounced(GUILD, BURROW, 7, "rss", "https://example.org/posts/1", NOON)));
    }
}
