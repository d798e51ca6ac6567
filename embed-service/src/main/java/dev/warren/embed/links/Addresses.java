package dev.warren.embed.links;

import java.net.URI;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Addresses as they are compared, fetched and remembered. */
public final class Addresses {
    /** Longer ones are no links that somebody would read. */
    private static final int LONGEST = 2_000;

    private Addresses() {}

    /**
     * The address in its one form: scheme and host in lower case, names of other scripts in Punycode, without the default port, without
     * fragment and without what only tracks people. None for what is no address of the web, and for one with a user's name in it, which
     * is there to deceive.
     */
    public static Optional<URI> canonical(String text) {
        return text.length() > LONGEST
                ? Optional.empty()
                : Optional.ofNullable(HttpUrl.parse(text))
                        .filter(url ->
                                url.username().isEmpty() && url.password().isEmpty())
                        .map(Addresses::untracked)
                        .map(HttpUrl::uri)
                        // what is no host to Java is none here: the client is more lenient
                        .filter(uri -> uri.getHost() != null);
    }

    /** The host by which people know a site: in lower case, without {@code www.}. */
    public static String site(URI address) {
        var host = String.valueOf(address.getHost());
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    private static HttpUrl untracked(HttpUrl url) {
        var plain = url.newBuilder().fragment(null);
        url.queryParameterNames().stream()
                .filter(name -> Tracking.only(url.host(), name))
                .forEach(plain::removeAllQueryParameters);
        var built = plain.build();
        return built.querySize() == 0 ? built.newBuilder().query(null).build() : built;
    }
}
