package dev.warren.embed.unfolding;

import dev.warren.embed.links.Addresses;
import dev.warren.schemas.embed.EmbedEvent.Platform;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Links to a channel itself, not to something in it. The forms are those of the sites' own help on handles and channel addresses. */
final class OwnChannels {
    private static final Pattern X_NAME = Pattern.compile("/@?([A-Za-z0-9_]{1,15})/?");
    private static final Pattern TWITCH_NAME = Pattern.compile("/([A-Za-z0-9_]{3,25})/?(?:about|videos|schedule)?/?");
    private static final Pattern YOUTUBE_HANDLE =
            Pattern.compile("/@([\\w.·\\-%]{3,100})/?(?:featured|videos|shorts|streams|about)?/?");
    private static final Pattern YOUTUBE_CHANNEL =
            Pattern.compile("/(?:channel/(UC[\\w-]{22})|(?:c|user)/([\\w.-]{1,100}))/?(?:featured|videos|about)?/?");
    /** Pages of the sites themselves. */
    private static final Set<String> X_PAGES = Set.of(
            "home",
            "explore",
            "search",
            "i",
            "settings",
            "notifications",
            "messages",
            "login",
            "signup",
            "tos",
            "privacy",
            "about",
            "hashtag",
            "intent",
            "share",
            "compose",
            "jobs",
            "download");

    private static final Set<String> TWITCH_PAGES = Set.of(
            "directory",
            "downloads",
            "jobs",
            "login",
            "signup",
            "settings",
            "subscriptions",
            "turbo",
            "videos",
            "wallet",
            "search",
            "store",
            "prime",
            "friends",
            "inventory",
            "drops",
            "popout",
            "about",
            "team",
            "products");

    /** A channel at a platform. */
    record Channel(Platform platform, String handle, String url) {}

    private OwnChannels() {}

    static Optional<Channel> at(URI link) {
        var path = String.valueOf(link.getRawPath());
        var site = Addresses.site(link);
        return switch (site) {
            case "x.com", "twitter.com", "mobile.twitter.com" ->
                first(X_NAME, path, X_PAGES).map(name -> new Channel(Platform.X, name, "https://x.com/" + name));
            case "twitch.tv", "m.twitch.tv" ->
                first(TWITCH_NAME, path, TWITCH_PAGES)
                        .map(name -> new Channel(Platform.TWITCH, name, "https://www.twitch.tv/" + name));
            case "youtube.com", "m.youtube.com" -> youtube(path);
            default -> Optional.empty();
        };
    }

    private static Optional<Channel> youtube(String path) {
        return first(YOUTUBE_HANDLE, path, Set.of())
                .map(name -> new Channel(Platform.YOUTUBE, name, "https://www.youtube.com/@" + name))
                .or(() -> {
                    var channel = YOUTUBE_CHANNEL.matcher(path);
                    if (!channel.matches()) {
                        return Optional.empty();
                    }
                    return Optional.ofNullable(channel.group(1))
                            .map(id -> new Channel(Platform.YOUTUBE, id, "https://www.youtube.com/channel/" + id))
                            .or(() -> Optional.of(new Channel(
                                    Platform.YOUTUBE,
                                    channel.group(2),
                                    "https://www.youtube.com/c/" + channel.group(2))));
                });
    }

    private static Optional<String> first(Pattern pattern, String path, Set<String> pages) {
        var matcher = pattern.matcher(path);
        return matcher.matches() && !pages.contains(matcher.group(1).toLowerCase(Locale.ROOT))
                ? Optional.of(matcher.group(1))
                : Optional.empty();
    }
}
