package dev.warren.embed.providers;

import dev.warren.embed.sites.Sites;
import java.util.List;

/** All providers, and what the sites of the tests answer them. */
final class Chains {
    private Chains() {}

    static List<Provider> providers(ProvidersConfig keys) {
        return List.of(
                new PageProvider(),
                new OEmbedProvider(),
                new YouTube(keys),
                new Twitch(keys),
                new X(keys),
                new TikTok(),
                new SoundCloud(),
                new Threads(keys),
                new Bluesky(),
                new Reddit(),
                new Instagram(keys),
                new Spotify(),
                new DeviantArt(),
                new ArchiveOfOurOwn(),
                new GitHub(keys));
    }

    static Chain of(ProvidersConfig keys) {
        return new Chain(providers(keys));
    }

    static Sites sites() {
        var youtube = "https://www.googleapis.com/youtube/v3/";
        var helix = "https://api.twitch.tv/helix/";
        return new Sites()
                .fixture(
                        youtube + "videos?id=burrow00001&key=secret&part=snippet%2CcontentDetails",
                        "providers/youtube-video.json")
                .fixture(
                        youtube + "videos?id=burrow0live&key=secret&part=snippet%2CcontentDetails",
                        "providers/youtube-live.json")
                .fixture(youtube + "playlists?id=PLburrows&key=secret&part=snippet", "providers/youtube-playlist.json")
                .fixture("https://www.youtube.com/oembed", "providers/youtube-short-oembed.json")
                .fixture(helix + "clips?id=BraveHoppingRabbit", "providers/twitch-clip.json")
                .fixture(helix + "streams?user_login=hazelplays", "providers/twitch-stream.json")
                .fixture(helix + "streams?user_login=fiverdreams", "providers/twitch-none.json")
                .fixture(helix + "users?login=fiverdreams", "providers/twitch-user.json")
                .fixture("https://api.x.com/2/tweets/1700000000000000001", "providers/x-post.json")
                .fixture("https://publish.x.com/oembed", "providers/x-oembed.json")
                .fixture("https://www.tiktok.com/oembed", "providers/tiktok.json")
                .fixture("https://soundcloud.com/oembed", "providers/soundcloud.json")
                .fixture("https://graph.threads.net/v1.0/oembed", "providers/threads.json")
                .fixture(thread("hazel.example", "3kburrow"), "providers/bluesky.json")
                .fixture(thread("shy.example", "3kshy"), "providers/bluesky-members.json")
                .fixture("https://www.reddit.com/comments/1burrow.json", "providers/reddit.json")
                .fixture("https://www.reddit.com/oembed", "providers/reddit-oembed.json")
                .fixture("https://graph.facebook.com/v23.0/instagram_oembed", "providers/instagram.json")
                .fixture("https://open.spotify.com/oembed", "providers/spotify.json")
                .fixture("https://backend.deviantart.com/oembed", "providers/deviantart.json")
                .fixture("https://archiveofourown.org/works/1972", "providers/ao3.html")
                .fixture("https://archiveofourown.org/works/1973", "providers/ao3-explicit.html")
                .fixture("https://api.github.com/repos/watership/burrow", "providers/github-repository.json")
                .fixture("https://api.github.com/repos/watership/burrow/issues/7", "providers/github-issue.json")
                .fixture("https://github.com/watership/burrow", "providers/github.html")
                .fixture("https://vimeo.com/api/oembed.json", "providers/vimeo.json")
                .fixture("https://discovered.example/a", "providers/discovered.html")
                .fixture("https://discovered.example/oembed?u=1", "providers/discovered.json")
                .fixture("https://meadow.example/news/1", "providers/opengraph.html")
                .fixture("https://films.example/crossing", "providers/jsonld.html");
    }

    private static String thread(String who, String key) {
        return "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?depth=0&parentHeight=0&uri=at%3A%2F%2F"
                + who + "%2Fapp.bsky.feed.post%2F" + key;
    }
}
