package dev.warren.memory.community;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Checks links that members give: of the web, and to a public name. Nobody asks them; they are only shown. */
public final class Links {
    /** The most characters a link may have. */
    public static final int LONGEST = 400;

    private static final String RULE = "be a link such as https://example.org/work";
    private static final Set<String> WEB = Set.of("http", "https");
    /** Names that are never public: RFC 6761, RFC 6762, RFC 8375, RFC 9476. */
    private static final Set<String> PRIVATE = Set.of(
            "localhost",
            "local",
            "localdomain",
            "internal",
            "intranet",
            "lan",
            "home",
            "corp",
            "test",
            "invalid",
            "example",
            "onion",
            "arpa",
            "alt");

    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})");
    /** Scheme, what stands before the path, and the rest. */
    private static final Pattern PARTS = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*)://([^/?#]*)(.*)");

    private Links() {}

    /** Reads what was typed for a field. */
    public static Typed read(String field, String typed) {
        var link = typed.strip();
        if (link.length() > LONGEST) {
            return new Typed.Wrong(field, "have at most " + LONGEST + " characters", "%,d".formatted(link.length()));
        }
        var bare = link.startsWith("<") && link.endsWith(">") ? link.substring(1, link.length() - 1) : link;
        var parts = PARTS.matcher(bare);
        if (!parts.matches()) {
            return new Typed.Wrong(field, RULE, bare);
        }
        if (!WEB.contains(parts.group(1).toLowerCase(Locale.ROOT))) {
            return new Typed.Wrong(field, "begin with https:// or http://", bare);
        }
        var place = parts.group(2);
        if (place.contains("@")) {
            return new Typed.Wrong(field, "have no name and password in it", place);
        }
        return host(place)
                .flatMap(host -> whole(parts.group(1).toLowerCase(Locale.ROOT), host, place, parts.group(3)))
                .filter(read -> read.length() <= LONGEST)
                .<Typed>map(Typed.Fine::new)
                .orElseGet(() -> new Typed.Wrong(
                        field,
                        "name a place on the public web, by a name such as example.org",
                        place.isEmpty() ? bare : place));
    }

    /** The host in ASCII; none for an address in numbers, or a name that is not public. */
    private static Optional<String> host(String place) {
        var name = place.replaceFirst(":\\d{1,5}$", "");
        try {
            var ascii = IDN.toASCII(name, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii)
                    .filter(it -> it.length() <= 253 && NAME.matcher(it).matches())
                    .filter(it -> !PRIVATE.contains(it.substring(it.lastIndexOf('.') + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> whole(String scheme, String host, String place, String rest) {
        var colon = place.lastIndexOf(':');
        try {
            int port = colon < 0 ? -1 : Integer.parseInt(place.substring(colon + 1));
            if (port == 0 || port > 65_535) {
                return Optional.empty();
            }
            // a bracket would end the link where it is shown
            var path = rest.replace("(", "%28").replace(")", "%29");
            return Optional.of(new URI(scheme + "://" + host + (port < 0 ? "" : ":" + port) + path).toASCIIString());
        } catch (URISyntaxException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
