package dev.warren.cli.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The file {@code .env}: lines {@code NAME=value}, with {@code #} for comments and quotes around values as one likes. */
public final class EnvFile {
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_]\\w*)\\s*=\\s*(.*)");

    private EnvFile() {}

    /** What became of reading the file. */
    public sealed interface Content {
        record Values(Map<String, String> values) implements Content {}

        /** @param line what is wrong and where */
        record Malformed(String line) implements Content {}
    }

    /** Reads the file; one that does not exist is as good as an empty one. */
    public static Content read(Path file) {
        if (!Files.exists(file)) {
            return new Content.Values(Map.of());
        }
        try {
            return parse(Files.readAllLines(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Content parse(List<String> lines) {
        var values = new LinkedHashMap<String, String>();
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            var match = LINE.matcher(line);
            if (!match.matches()) {
                // The line itself is not shown: it may hold a secret.
                return new Content.Malformed(".env line " + (i + 1) + ": allowed is NAME=value, or # before a comment");
            }
            values.put(match.group(1), unquoted(match.group(2)));
        }
        return new Content.Values(Map.copyOf(values));
    }

    private static String unquoted(String text) {
        for (var quote : List.of("\"", "'")) {
            if (text.length() > 1 && text.startsWith(quote) && text.endsWith(quote)) {
                return text.substring(1, text.length() - 1);
            }
        }
        var comment = text.indexOf(" #");
        return (comment < 0 ? text : text.substring(0, comment)).strip();
    }
}
