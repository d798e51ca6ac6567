package dev.warren.simulator.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Who may call from a browser: pages of this server alone, opened under a name of loopback or under the name that clients are told.
 * A page of another site could otherwise act as a member, also by a name of its own that it leads to loopback. What is no
 * browser sends none of these headers and is let through.
 */
public final class Origins {
    private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private final String publicHost;

    public Origins(String publicHost) {
        this.publicHost = publicHost.toLowerCase(Locale.ROOT);
    }

    /** Whether a request may be handled. */
    public boolean allow(HttpServerRequest request) {
        MultiMap headers = request.headers();
        Optional<String> origin = Optional.ofNullable(headers.get("origin"));
        if (origin.isEmpty() && !headers.contains("sec-fetch-site")) {
            return true;
        }
        String host = Optional.ofNullable(headers.get("host")).orElse("");
        return trusted(host) && (SAFE.contains(request.method()) || sameOrigin(origin, host));
    }

    /** Whether a web socket may be opened. */
    public boolean allowSocket(MultiMap headers) {
        Optional<String> origin = Optional.ofNullable(headers.get("origin"));
        String host = Optional.ofNullable(headers.get("host")).orElse("");
        return origin.isEmpty() || trusted(host) && sameOrigin(origin, host);
    }

    private boolean trusted(String host) {
        String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(name) || name.equals(publicHost);
    }

    private static boolean sameOrigin(Optional<String> origin, String host) {
        return origin.flatMap(Origins::authority).filter(host::equalsIgnoreCase).isPresent();
    }

    private static Optional<String> authority(String origin) {
        try {
            return Optional.ofNullable(new URI(origin).getRawAuthority());
        } catch (URISyntaxException malformed) {
            return Optional.empty();
        }
    }
}
