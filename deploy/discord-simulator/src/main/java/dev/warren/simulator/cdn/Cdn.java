package dev.warren.simulator.cdn;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.LinkedHashMap;
import java.util.Map;

/** Serves avatars, made from their hash, and attachments. */
public final class Cdn {
    private static final int CACHED = 500;
    private static final int MIN_SIZE = 16;
    private static final int MAX_SIZE = 1024;
    private static final int DEFAULT_SIZE = 128;
    private final Vertx vertx;
    private final Attachments attachments;
    private final Map<String, Buffer> cache = new LinkedHashMap<>();

    public Cdn(Vertx vertx, Attachments attachments) {
        this.vertx = vertx;
        this.attachments = attachments;
    }

    /** Puts the paths of {@code cdn.discordapp.com} behind a prefix. */
    public void addTo(Router router, String prefix) {
        router.get(prefix + "/avatars/:user/:file").handler(context -> avatar(context, context.pathParam("file")));
        router.get(prefix + "/embed/avatars/:file").handler(context -> avatar(context, context.pathParam("file")));
        router.get(prefix + "/attachments/:channel/:id/:name").handler(this::attachment);
    }

    private void attachment(RoutingContext context) {
        String path = "/attachments/" + context.pathParam("channel") + "/" + context.pathParam("id") + "/"
                + context.pathParam("name");
        attachments
                .find(path)
                .ifPresentOrElse(
                        file -> context.response()
                                .putHeader("content-type", file.type())
                                // what somebody uploads must not act as a page of this server
                                .putHeader("x-content-type-options", "nosniff")
                                .putHeader("content-security-policy", "default-src 'none'; sandbox")
                                .putHeader("content-disposition", shown(file) ? "inline" : "attachment")
                                .end(file.bytes()),
                        () -> context.response().setStatusCode(404).end());
    }

    private static boolean shown(Attachments.Stored file) {
        return file.type().matches("(image/(?!svg)|audio/|video/).*");
    }

    private void avatar(RoutingContext context, String file) {
        int dot = file.indexOf('.');
        String hash = dot < 0 ? file : file.substring(0, dot);
        int size = size(context.request().getParam("size", Integer.toString(DEFAULT_SIZE)));
        String key = hash + "/" + size;
        Buffer known = cache.get(key);
        if (known != null) {
            send(context, known);
            return;
        }
        vertx.executeBlocking(() -> Buffer.buffer(Avatar.png(hash, size)), false)
                .onSuccess(png -> {
                    if (cache.size() >= CACHED) {
                        cache.clear();
                    }
                    cache.put(key, png);
                    send(context, png);
                })
                .onFailure(context::fail);
    }

    private static int size(String text) {
        return text.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(text), MIN_SIZE, MAX_SIZE) : DEFAULT_SIZE;
    }

    private static void send(RoutingContext context, Buffer png) {
        context.response()
                .putHeader("content-type", "image/png")
                .putHeader("cache-control", "public, max-age=31536000")
                .end(png);
    }
}
