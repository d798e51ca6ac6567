package dev.warren.embed.fetching;

import java.net.URI;
import java.util.Map;

/**
 * What is asked for.
 *
 * @param want the kind of content; another one is refused unread
 * @param headers of the request beside those that the fetcher sets itself, such as {@code If-None-Match}; names in lower case
 */
public record FetchRequest(URI address, Want want, Map<String, String> headers) {
    public FetchRequest {
        headers = Map.copyOf(headers);
    }

    public static FetchRequest of(URI address, Want want) {
        return new FetchRequest(address, want, Map.of());
    }

    /** Kinds of content. */
    public enum Want {
        HTML,
        JSON,
        /** RSS or Atom. */
        FEED,
        IMAGE
    }
}
