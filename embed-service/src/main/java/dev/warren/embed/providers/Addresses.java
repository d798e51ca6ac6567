package dev.warren.embed.providers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Addresses as they stand in links, pages and answers. */
public final class Addresses {
    /** Longer ones are no use in a message. */
    private static final int LONGEST = 2_000;

    private Addresses() {}

    /** An absolute http or https address with a host; none for anything else, however it is written. */
    public static Optional<URI> of(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(new URI(text.strip().replace(" ", "%20"))).filter(Addresses::isWeb);
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The same for one that may be relative to a page. */
    public static Optional<URI> of(URI page, String text) {
        if (text.isBlank() || text.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            return Optional.of(page.resolve(new URI(text.strip().replace(" ", "%20"))))
                    .filter(Addresses::isWeb);
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(URI address) {
        return address.getHost() != null
                && ("https".equalsIgnoreCase(address.getScheme()) || "http".equalsIgnoreCase(address.getScheme()));
    }

    /** In lower case; empty where there is none. */
    public static String host(URI link) {
        return link.getHost() == null ? "" : link.getHost().toLowerCase(Locale.ROOT);
    }

    /** Whether the host is one of these or below one of them. */
    static boolean isOn(URI link, String... domains) {
        var host = host(link);
        return Arrays.stream(domains).anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /** The parts of the path, as they are written, without empty ones. */
    public static List<String> parts(URI link) {
        return link.getRawPath() == null
                ? List.of()
                : Arrays.stream(link.getRawPath().split("/"))
                        .filter(part -> !part.isEmpty())
                        .toList();
    }

    /** A parameter of the query, decoded. */
    public static Optional<String> parameter(URI link, String name) {
        return Optional.ofNullable(link.getRawQuery())
                .flatMap(query -> Arrays.stream(query.split("&"))
                        .filter(pair -> pair.startsWith(name + "="))
                        .findFirst()
                        .flatMap(pair -> decoded(pair.substring(name.length() + 1))));
    }

    private static Optional<String> decoded(String text) {
        try {
            return Optional.of(URLDecoder.decode(text, UTF_8)).filter(value -> !value.isBlank());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    /** An address with parameters, in the order of their names. */
    public static URI with(String base, Map<String, String> parameters) {
        var query = new StringBuilder(base);
        char joint = base.indexOf('?') < 0 ? '?' : '&';
        for (var parameter : new TreeMap<>(parameters).entrySet()) {
            query.append(joint).append(parameter.getKey()).append('=').append(encoded(parameter.getValue()));
            joint = '&';
        }
        return URI.create(query.toString());
    }
}
