package dev.warren.eventviewer.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Lets pages of this machine in, and no others: records hold what members wrote. A page of the internet cannot read here by its own
 * origin, nor by a name of its own that leads to loopback.
 */
final class LoopbackOnly implements Handler<RoutingContext> {
    private static final String HOST = "(localhost|127\\.0\\.0\\.1|\\[::1])";
    private static final Pattern ORIGINS = Pattern.compile("https?://" + HOST + "(:\\d{1,5})?");
    private static final Pattern HOSTS = Pattern.compile(HOST);

    @Override
    public void handle(RoutingContext context) {
        var request = context.request();
        // the header Host, or what HTTP/2 has in its place
        var host = Optional.ofNullable(request.authority())
                .map(authority -> authority.host())
                .orElse("");
        if (!HOSTS.matcher(host).matches()) {
            throw new BadInput(403, "Host", "must be localhost or 127.0.0.1", host);
        }
        var response = context.response();
        response.putHeader("Vary", "Origin").putHeader("X-Content-Type-Options", "nosniff");
        var origin = Optional.ofNullable(request.getHeader("Origin"));
        if (origin.isPresent()) {
            if (!ORIGINS.matcher(origin.get()).matches()) {
                throw new BadInput(403, "Origin", "must be a page of this machine", origin.get());
            }
            response.putHeader("Access-Control-Allow-Origin", origin.get());
        }
        if (request.method().equals(HttpMethod.OPTIONS)) {
            response.putHeader("Access-Control-Allow-Methods", "GET").setStatusCode(204);
            response.end();
            return;
        }
        context.next();
    }
}
