package dev.warren.schemas.bot;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A rich embed, within Discord's bounds: title 256 characters, description 4,096, 25 fields of 256 and 1,024, footer 2,048, author 256.
 *
 * @param color 0xRRGGBB
 */
public record Embed(
        Optional<String> title,
        Optional<String> description,
        Optional<String> url,
        Optional<Integer> color,
        Optional<Author> author,
        Optional<String> footer,
        Optional<String> thumbnailUrl,
        Optional<String> imageUrl,
        Optional<Instant> timestamp,
        List<Field> fields) {
    public Embed {
        atMost("title", title.map(String::length).orElse(0), 256);
        atMost("description", description.map(String::length).orElse(0), 4096);
        atMost("footer", footer.map(String::length).orElse(0), 2048);
        atMost("fields", fields.size(), 25);
        if (color.isPresent() && (color.get() < 0 || color.get() > 0xFFFFFF)) {
            throw new IllegalArgumentException("embed color must be 0 to 0xFFFFFF: " + color.get());
        }
        fields = List.copyOf(fields);
    }

    /** The characters that Discord counts against the 6,000 of a message. */
    int characters() {
        return title.map(String::length).orElse(0)
                + description.map(String::length).orElse(0)
                + footer.map(String::length).orElse(0)
                + author.map(a -> a.name().length()).orElse(0)
                + fields.stream()
                        .mapToInt(f -> f.name().length() + f.value().length())
                        .sum();
    }

    /** Begins an embed by its title and description. */
    public static Embed of(String title, String description) {
        return new Embed(
                Optional.of(title),
                description.isEmpty() ? Optional.empty() : Optional.of(description),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }

    public Embed withColor(int rgb) {
        return new Embed(
                title, description, url, Optional.of(rgb), author, footer, thumbnailUrl, imageUrl, timestamp, fields);
    }

    public Embed withFooter(String text) {
        return new Embed(
                title, description, url, color, author, Optional.of(text), thumbnailUrl, imageUrl, timestamp, fields);
    }

    public Embed withImage(String address) {
        return new Embed(
                title, description, url, color, author, footer, thumbnailUrl, Optional.of(address), timestamp, fields);
    }

    public Embed withThumbnail(String address) {
        return new Embed(
                title, description, url, color, author, footer, Optional.of(address), imageUrl, timestamp, fields);
    }

    public Embed withFields(List<Field> all) {
        return new Embed(title, description, url, color, author, footer, thumbnailUrl, imageUrl, timestamp, all);
    }

    /** A named value of an embed. */
    public record Field(String name, String value, boolean inline) {
        public Field {
            atMost("field name", name.length(), 256);
            atMost("field value", value.length(), 1024);
        }
    }

    /** Who or what the embed speaks of. */
    public record Author(String name, Optional<String> url, Optional<String> iconUrl) {
        public Author {
            atMost("author name", name.length(), 256);
        }
    }

    private static void atMost(String field, int is, int limit) {
        if (is > limit) {
            throw new IllegalArgumentException("embed " + field + " must be at most " + limit + ": " + is);
        }
    }
}
