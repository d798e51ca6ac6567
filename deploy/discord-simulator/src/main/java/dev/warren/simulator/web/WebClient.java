package dev.warren.simulator.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Serves the page at {@code /} and everything that it needs. All of it is read once, at the start. */
public final class WebClient {
    private static final String ENTRY = "app.js";
    private static final List<String> FILES = List.of("theme.css", "icon.svg");
    private final Map<String, Asset> assets = new LinkedHashMap<>();
    private final String policy;

    private record Asset(String type, Buffer bytes, String tag) {}

    /**
     * Reads the client.
     *
     * @param options a panel, and hints
     */
    public WebClient(WebOptions options) {
        Optional<URI> panel = options.panel();
        var modules = Modules.from(ENTRY);
        modules.sources().forEach((path, source) -> add(path, "text/javascript; charset=utf-8", source));
        FILES.forEach(file -> add(
                Modules.OWN + file,
                file.endsWith(".css") ? "text/css; charset=utf-8" : "image/svg+xml",
                Modules.read(Modules.OWN + file).orElseThrow()));
        var config = new JsonObject().put("hints", new JsonArray(options.hints()));
        panel.ifPresent(address -> config.put("panel", address.toString()));
        add(Modules.OWN + "config.json", "application/json", config.toBuffer());
        add("/", "text/html; charset=utf-8", Buffer.buffer(page(modules)));
        policy = policy(modules.importMap(), panel);
    }

    private static String page(Modules modules) {
        var preloads = new StringBuilder();
        modules.sources()
                .keySet()
                .forEach(path -> preloads.append("<link rel=\"modulepreload\" href=\"")
                        .append(path)
                        .append("\">\n"));
        return Modules.read(Modules.OWN + "index.html")
                .orElseThrow()
                .toString()
                .replace("{import-map}", modules.importMap())
                .replace("{preloads}", preloads);
    }

    /** Own modules and styles, the panel's, and pictures from anywhere, since embeds name them. Nothing inline but the import map. */
    private static String policy(String importMap, Optional<URI> panel) {
        String panelOrigin = panel.map(uri -> " " + uri.getScheme() + "://" + uri.getRawAuthority())
                .orElse("");
        String panelSocket = panelOrigin.replace(" http", " ws");
        String hash = Base64.getEncoder().encodeToString(sha256(importMap.getBytes(StandardCharsets.UTF_8)));
        return String.join(
                "; ",
                "default-src 'none'",
                "script-src 'self' 'sha256-" + hash + "'" + panelOrigin,
                "style-src 'self'" + panelOrigin,
                "img-src * data: blob:",
                "media-src * blob:",
                "font-src 'self'" + panelOrigin,
                "connect-src 'self'" + panelOrigin + panelSocket,
                "base-uri 'none'",
                "form-action 'none'",
                "frame-ancestors 'none'");
    }

    private void add(String path, String type, Buffer bytes) {
        assets.put(path, new Asset(type, bytes, '"' + HexFormat.of().formatHex(sha256(bytes.getBytes()), 0, 12) + '"'));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Puts the page and its files on their paths. */
    public void addTo(Router router) {
        assets.forEach((path, asset) -> router.get(path).handler(context -> serve(context, asset)));
    }

    private void serve(RoutingContext context, Asset asset) {
        var response = context.response()
                .putHeader("content-type", asset.type())
                .putHeader("content-security-policy", policy)
                .putHeader("x-content-type-options", "nosniff")
                .putHeader("referrer-policy", "no-referrer")
                .putHeader("cache-control", "no-cache")
                .putHeader("etag", asset.tag());
        if (asset.tag().equals(context.request().getHeader("if-none-match"))) {
            response.setStatusCode(304).end();
        } else {
            response.end(asset.bytes());
        }
    }
}
