package dev.warren.cli.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A file of lines under headings in square brackets; empty lines and those that begin with {@code #} do not count. */
final class Texts {
    private Texts() {}

    /** Lines by heading, in the order of the file; a heading that comes again begins a further group of its own. */
    static List<Map.Entry<String, List<String>>> groups(String file) {
        var groups = new ArrayList<Map.Entry<String, List<String>>>();
        for (var line : lines(file)) {
            if (line.startsWith("[") && line.endsWith("]")) {
                groups.add(Map.entry(line.substring(1, line.length() - 1), new ArrayList<>()));
            } else {
                groups.getLast().getValue().add(line);
            }
        }
        return groups;
    }

    /** The same for headings that come once. */
    static Map<String, List<String>> sections(String file) {
        var sections = new LinkedHashMap<String, List<String>>();
        groups(file).forEach(group -> sections.put(group.getKey(), List.copyOf(group.getValue())));
        return sections;
    }

    private static List<String> lines(String file) {
        try (var in = Objects.requireNonNull(Texts.class.getResourceAsStream(file), file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
