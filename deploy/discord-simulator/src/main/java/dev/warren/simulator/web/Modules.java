package dev.warren.simulator.web;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ES modules that the page needs, found by following their imports: the client's own, and those of libraries that lie on the class
 * path with an import map. Nothing else is served, and an import that leads nowhere stops the start.
 */
final class Modules {
    /** Under which the client's own files are served. */
    static final String OWN = "/web/";

    private static final String LIBRARIES = "/_static/";
    private static final Pattern IMPORT = Pattern.compile("\\b(?:from|import)\\s*[\"']([^\"'\\s]+)[\"']");
    private final Map<String, String> importMap;
    private final Map<String, Buffer> sources = new LinkedHashMap<>();

    private Modules(Map<String, String> importMap) {
        this.importMap = importMap;
    }

    /** Follows the imports from the client's module of this name. */
    static Modules from(String entry) {
        var modules = new Modules(readImportMap());
        var open = new ArrayDeque<String>();
        open.add(OWN + entry);
        while (!open.isEmpty()) {
            String path = open.removeFirst();
            if (modules.sources.containsKey(path)) {
                continue;
            }
            Buffer source = read(path).orElseThrow(() -> new IllegalStateException("there is no module " + path));
            modules.sources.put(path, source);
            Matcher imports = IMPORT.matcher(source.toString());
            while (imports.find()) {
                open.add(modules.resolve(path, imports.group(1)));
            }
        }
        return modules;
    }

    /** Sources by path. */
    Map<String, Buffer> sources() {
        return Collections.unmodifiableMap(sources);
    }

    /** The import map for the page. */
    String importMap() {
        var imports = new JsonObject();
        importMap.forEach(imports::put);
        return new JsonObject().put("imports", imports).encode();
    }

    private String resolve(String importer, String specifier) {
        if (specifier.startsWith(".") || specifier.startsWith("/")) {
            return URI.create(importer).resolve(specifier).toString();
        }
        return importMap.entrySet().stream()
                .filter(entry -> entry.getKey().equals(specifier)
                        || entry.getKey().endsWith("/") && specifier.startsWith(entry.getKey()))
                .max(Comparator.comparingInt(entry -> entry.getKey().length()))
                .map(entry ->
                        entry.getValue() + specifier.substring(entry.getKey().length()))
                .orElseThrow(
                        () -> new IllegalStateException(importer + " imports " + specifier + ", which is not there"));
    }

    /** A file of the client or of a library; empty when there is none. */
    static Optional<Buffer> read(String path) {
        String resource = path.startsWith(LIBRARIES)
                ? "/META-INF/resources" + path
                : "/dev/warren/simulator/web/client/" + path.substring(OWN.length());
        try (InputStream in = Modules.class.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(Buffer.buffer(in.readAllBytes()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** All import maps on the class path, as mvnpm's jars carry them. */
    private static Map<String, String> readImportMap() {
        var merged = new TreeMap<String, String>();
        try {
            var found = Modules.class.getClassLoader().getResources("META-INF/importmap.json");
            while (found.hasMoreElements()) {
                try (InputStream in = found.nextElement().openStream()) {
                    var json = new JsonObject(new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    json.getJsonObject("imports")
                            .forEach(entry -> merged.put(entry.getKey(), (String) entry.getValue()));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return merged;
    }
}
