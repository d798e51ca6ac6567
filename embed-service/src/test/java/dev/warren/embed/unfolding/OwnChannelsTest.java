package dev.warren.embed.unfolding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.embed.unfolding.OwnChannels.Channel;
import dev.warren.schemas.embed.EmbedEvent.Platform;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnChannelsTest {
    @ParameterizedTest
    @CsvSource({
        "https://x.com/ada, X, ada, https://x.com/ada",
        "https://twitter.com/@ada/, X, ada, https://x.com/ada",
        "https://www.twitch.tv/ada_live, TWITCH, ada_live, https://www.twitch.tv/ada_live",
        "https://twitch.tv/ada_live/videos, TWITCH, ada_live, https://www.twitch.tv/ada_live",
        "https://www.youtube.com/@ada, YOUTUBE, ada, https://www.youtube.com/@ada",
        "https://m.youtube.com/@ada/videos, YOUTUBE, ada, https://www.youtube.com/@ada",
        "https://www.youtube.com/c/ada, YOUTUBE, ada, https://www.youtube.com/c/ada",
        "https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv, YOUTUBE, UCabcdefghijklmnopqrstuv, https://www.youtube.com/channel/UCabcdefghijklmnopqrstuv"
    })
    void link_toAChannel_isOne(String link, Platform platform, String handle, String url) {
        assertThat(OwnChannels.at(URI.create(link))).contains(new Channel(platform, handle, url));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://x.com/ada/status/1",
                "https://x.com/home",
                "https://x.com/i/flow",
                "https://x.com/",
                "https://x.com/a-b",
                "https://www.twitch.tv/directory",
                "https://www.twitch.tv/ada/clip/x",
                "https://clips.twitch.tv/ada",
                "https://www.youtube.com/watch?v=1",
                "https://www.youtube.com/shorts/abc",
                "https://youtu.be/abc",
                "https://www.youtube.com/channel/short",
                "https://notx.com/ada",
                "https://example.org/@ada"
            })
    void link_toSomethingElse_isNone(String link) {
        assertThat(OwnChannels.at(URI.create(link))).isEmpty();
    }
}
