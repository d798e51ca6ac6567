package dev.warren.eventviewer.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The panel's files. Its modules name libraries as npm does ({@code "lit"}); a page of another address has no import map for them, so
 * the names are replaced by addresses here, by the import maps that the libraries' jars bring along.
 */
final class Assets {
    private static final Pattern IMPORTED = Pattern.compile("((?:from|import)\\s*\\(?\\s*)\"([^\"./][^\"]*)\"");
    private static final String LIBRARIES = "/_static/";
    private static final String PANEL = "panel";

    private final Map<String, String> addresses = new HashMap<>();
    private final Map<String, Asset> cache = new HashMap<>();

    /** A file with its media type. */
    record Asset(String type, String text) {}

    Assets() {
        try {
            var maps = Assets.class.getClassLoader().getResources("META-INF/importmap.json");
            while (maps.hasMoreElements()) {
                try (var in = maps.nextElement().openStream()) {
                    new JsonObject(new String(in.readAllBytes(), UTF_8))
                            .getJsonObject("imports")
                            .forEach(entry -> addresses.put(entry.getKey(), String.valueOf(entry.getValue())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the libraries' import maps cannot be read", e);
        }
    }

    /** The file of a request's path. */
    synchronized Optional<Asset> find(String path) {
        if (path.contains("..")) {
            return Optional.empty();
        }
        var known = Optional.ofNullable(cache.get(path));
        if (known.isPresent()) {
            return known;
        }
        // what there is none of is not remembered: there is no end of such paths
        var loaded = load(path);
        loaded.ifPresent(asset -> cache.put(path, asset));
        return loaded;
    }

    private Optional<Asset> load(String path) {
        var type = type(path);
        var resource = path.startsWith(LIBRARIES) ? "META-INF/resources" + path : PANEL + path;
        if (type.isEmpty()) {
            return Optional.empty();
        }
        try (var in = Assets.class.getClassLoader().getResourceAsStream(resource)) {
            return Optional.ofNullable(in == null ? null : new String(in.readAllBytes(), UTF_8))
                    .map(text -> new Asset(type.get(), path.endsWith(".js") ? resolved(text) : text));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static Optional<String> type(String path) {
        if (path.endsWith(".js")) {
            return Optional.of("text/javascript; charset=utf-8");
        }
        return path.endsWith(".html") ? Optional.of("text/html; charset=utf-8") : Optional.empty();
    }

    private String resolved(String module) {
        return IMPORTED.matcher(module).replaceAll(found -> found.group(1) + '"' + address(found.group(2)) + '"');
    }

    /** The address of {@code lit}, or of {@code lit-html/directive.js}. */
    private String address(String name) {
        var whole = Optional.ofNullable(addresses.get(name));
        if (whole.isPresent()) {
            return whole.get();
        }
        return addresses.keySet().stream()
                .filter(key -> key.endsWith("/") && name.startsWith(key))
                .findFirst()
                .map(key -> addresses.get(key) + name.substring(key.length()))
                .orElse(name);
    }
}
