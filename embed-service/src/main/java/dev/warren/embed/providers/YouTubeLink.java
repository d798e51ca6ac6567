package dev.warren.embed.providers;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a link to YouTube names.
 *
 * @param kind {@code video}, {@code short}, {@code live} or {@code playlist}
 */
record YouTubeLink(String kind, String id) {
    static final String PLAYLIST = "playlist";
    static final String LIVE = "live";
    private static final String VIDEO = "video";
    private static final Pattern VIDEO_ID = Pattern.compile("[A-Za-z0-9_-]{11}");
    private static final Pattern PLAYLIST_ID = Pattern.compile("[A-Za-z0-9_-]{2,64}");

    /** None for channels, searches and the like. */
    static Optional<YouTubeLink> of(URI link) {
        var parts = Addresses.parts(link);
        if (Addresses.isOn(link, "youtu.be")) {
            return parts.isEmpty() ? Optional.empty() : video(VIDEO, parts.getFirst());
        }
        if (!Addresses.isOn(link, "youtube.com", "youtube-nocookie.com") || parts.isEmpty()) {
            return Optional.empty();
        }
        var second = parts.size() > 1 ? parts.get(1) : "";
        return switch (parts.getFirst()) {
            case "watch" -> Addresses.parameter(link, "v").flatMap(id -> video(VIDEO, id));
            case "shorts" -> video("short", second);
            case "live" -> video(LIVE, second);
            case "embed", "v" -> video(VIDEO, second);
            case "playlist" ->
                Addresses.parameter(link, "list")
                        .filter(id -> PLAYLIST_ID.matcher(id).matches())
                        .map(id -> new YouTubeLink(PLAYLIST, id));
            default -> Optional.empty();
        };
    }

    private static Optional<YouTubeLink> video(String kind, String id) {
        return VIDEO_ID.matcher(id).matches() ? Optional.of(new YouTubeLink(kind, id)) : Optional.empty();
    }

    /** The address that names it alone, without where it was shared or from which second. */
    URI canonical() {
        return URI.create(
                switch (kind) {
                    case PLAYLIST -> "https://www.youtube.com/playlist?list=" + id;
                    case "short" -> "https://www.youtube.com/shorts/" + id;
                    default -> "https://www.youtube.com/watch?v=" + id;
                });
    }
}
