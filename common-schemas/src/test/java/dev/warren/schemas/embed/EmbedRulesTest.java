package dev.warren.schemas.embed;

import dev.warren.schemas.Rule;
import dev.warren.schemas.embed.EmbedEvent.ItemAnnounced;
import dev.warren.schemas.embed.EmbedEvent.LinkUnfolded;
import dev.warren.schemas.embed.EmbedEvent.OwnChannelShown;
import dev.warren.schemas.embed.EmbedEvent.Platform;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the embed service's events refuse. */
class EmbedRulesTest {
    private static final GuildId WARREN = new GuildId(1);
    private static final ChannelId BURROW = new ChannelId(2);
    private static final UserId FIVER = new UserId(3);
    private static final MessageId MESSAGE = new MessageId(4);

    @ParameterizedTest
    @MethodSource("rules")
    void event_thatBreaksARule_isRefusedInWords(Rule rule) {
        rule.check();
    }

    static Stream<Rule> rules() {
        return Stream.of(
                new Rule("no site", () -> unfolded("", "youtube"), "site must not be blank"),
                new Rule("nobody told", () -> unfolded("youtu.be", " "), "provider must not be blank"),
                new Rule("no handle", () -> own("", "https://x.com"), "handle must not be blank"),
                new Rule("no address", () -> own("fiver", "x.com"), "url must begin with https://"),
                new Rule("no number", () -> item(0, "rss", "1"), "follow must be at least 1: 0"),
                new Rule("no provider", () -> item(1, "", "1"), "provider must not be blank"),
                new Rule("no item", () -> item(1, "rss", ""), "item must not be blank"));
    }

    private static LinkUnfolded unfolded(String site, String provider) {
        return new LinkUnfolded(WARREN, BURROW, FIVER, MESSAGE, site, provider, true, Instant.EPOCH);
    }

    private static OwnChannelShown own(String handle, String url) {
        return new OwnChannelShown(WARREN, BURROW, FIVER, MESSAGE, Platform.X, handle, url, Instant.EPOCH);
    }

    private static ItemAnnounced item(long follow, String provider, String item) {
        return new ItemAnnounced(WARREN, BURROW, follow, provider, item, Instant.EPOCH);
    }
}
