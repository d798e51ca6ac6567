package dev.warren.schemas.published;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The folder of published files: {@code schemas/<wire type>/<revision>.json}, {@code golden/<wire type>/<revision>.json} with
 * {@code <revision>-<sample>.json} beside it, and {@code published.sha256}, which names each of them with its checksum. What is listed
 * there never changes.
 */
final class Published {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MANIFEST = "published.sha256";

    private final Path root;

    Published(Path root) {
        this.root = root;
    }

    /** The module's own resources. */
    static Published ofModule() {
        return new Published(Path.of(System.getProperty("basedir", "."), "src/main/resources"));
    }

    Path root() {
        return root;
    }

    /** The wire types of which there are files. */
    List<String> types() {
        return Stream.concat(children("schemas").stream(), children("golden").stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** All revisions of a type, by number, oldest first. */
    SortedMap<Integer, Revision> revisions(String type) {
        var revisions = new TreeMap<Integer, Revision>();
        for (var file : children("schemas/" + type)) {
            int number = Integer.parseInt(file.replace(".json", ""));
            revisions.put(number, new Revision(read("schemas/" + type + "/" + file), goldens(type, number)));
        }
        return revisions;
    }

    /** Writes a revision beside the older ones, and lists it. */
    void add(String type, int number, Revision revision) {
        var files = new TreeMap<>(manifest());
        write("schemas/" + type + "/" + number + ".json", revision.schema(), files);
        revision.goldens().forEach((name, golden) -> write(goldenPath(type, number, name), golden, files));
        var lines = files.entrySet().stream()
                .map(file -> file.getValue() + "  " + file.getKey() + "\n")
                .collect(Collectors.joining());
        save(root.resolve(MANIFEST), lines);
    }

    /** Where the files are not as they were published. */
    List<String> breaches() {
        var breaches = new ArrayList<String>();
        var listed = manifest();
        listed.forEach((file, sum) -> {
            if (!Files.exists(root.resolve(file))) {
                breaches.add(file + " was published and is gone");
            } else if (!checksum(root.resolve(file)).equals(sum)) {
                breaches.add(file + " was published and has changed");
            }
        });
        Stream.of("schemas", "golden")
                .flatMap(folder -> children(folder).stream().map(type -> folder + "/" + type))
                .flatMap(folder -> children(folder).stream().map(file -> folder + "/" + file))
                .filter(file -> !listed.containsKey(file))
                .forEach(file -> breaches.add(file + " is not listed in " + MANIFEST));
        return breaches;
    }

    static String pretty(JsonNode json) {
        try {
            var indenter = new DefaultIndenter("  ", "\n");
            var printer =
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
            return JSON.writer(printer).writeValueAsString(json) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree must be writable", e);
        }
    }

    static void save(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private TreeMap<String, JsonNode> goldens(String type, int number) {
        var prefix = number + "-";
        var goldens = new TreeMap<String, JsonNode>();
        for (var file : children("golden/" + type)) {
            var name = file.replace(".json", "");
            if (name.equals(String.valueOf(number))) {
                goldens.put("full", read("golden/" + type + "/" + file));
            } else if (name.startsWith(prefix)) {
                goldens.put(name.substring(prefix.length()), read("golden/" + type + "/" + file));
            }
        }
        return goldens;
    }

    private static String goldenPath(String type, int number, String name) {
        return "golden/" + type + "/" + number + (name.equals("full") ? "" : "-" + name) + ".json";
    }

    private void write(String file, JsonNode json, Map<String, String> listed) {
        save(root.resolve(file), pretty(json));
        listed.put(file, checksum(root.resolve(file)));
    }

    private Map<String, String> manifest() {
        var file = root.resolve(MANIFEST);
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream()
                            .map(line -> line.split("  ", 2))
                            .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0]))
                    : Map.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> children(String folder) {
        var path = root.resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (var files = Files.list(path)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode read(String file) {
        try {
            return JSON.readTree(Files.readString(root.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " must be JSON", e);
        }
    }

    private static String checksum(Path file) {
        try {
            // Line ends are not part of what is published: a checkout may change them.
            var text = Files.readString(file).replace("\r\n", "\n");
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
