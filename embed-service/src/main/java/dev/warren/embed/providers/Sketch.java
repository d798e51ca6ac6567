package dev.warren.embed.providers;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A preview under way: each step gives another one. What is missing stays out, and texts are cut far above what Discord shows, so that
 * nobody has to keep a title of a megabyte.
 */
record Sketch(
        String site,
        URI link,
        String kind,
        Optional<String> title,
        Optional<String> description,
        Optional<String> author,
        Optional<URI> authorLink,
        Optional<URI> image,
        Optional<Duration> duration,
        Optional<Instant> publishedAt,
        Optional<Integer> colour,
        boolean adult) {
    static final int LONGEST_TITLE = 500;
    static final int LONGEST_TEXT = 5_000;
    static final int LONGEST_AUTHOR = 250;

    static Sketch of(String site, URI link, String kind) {
        return new Sketch(
                site,
                link,
                kind,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    Sketch titled(Optional<String> text) {
        return new Sketch(
                site,
                link,
                kind,
                text.flatMap(it -> clean(it, LONGEST_TITLE)),
                description,
                author,
                authorLink,
                image,
                duration,
                publishedAt,
                colour,
                adult);
    }

    Sketch saying(Optional<String> text) {
        return new Sketch(
                site,
                link,
                kind,
                title,
                text.flatMap(it -> clean(it, LONGEST_TEXT)),
                author,
                authorLink,
                image,
                duration,
                publishedAt,
                colour,
                adult);
    }

    Sketch by(Optional<String> name, Optional<URI> address) {
        return new Sketch(
                site,
                link,
                kind,
                title,
                description,
                name.flatMap(it -> clean(it, LONGEST_AUTHOR)),
                address,
                image,
                duration,
                publishedAt,
                colour,
                adult);
    }

    Sketch showing(Optional<URI> picture) {
        return new Sketch(
                site,
                link,
                kind,
                title,
                description,
                author,
                authorLink,
                picture,
                duration,
                publishedAt,
                colour,
                adult);
    }

    Sketch lasting(Optional<Duration> time) {
        return new Sketch(
                site, link, kind, title, description, author, authorLink, image, time, publishedAt, colour, adult);
    }

    Sketch since(Optional<Instant> time) {
        return new Sketch(
                site, link, kind, title, description, author, authorLink, image, duration, time, colour, adult);
    }

    Sketch coloured(int rgb) {
        return new Sketch(
                site,
                link,
                kind,
                title,
                description,
                author,
                authorLink,
                image,
                duration,
                publishedAt,
                Optional.of(rgb),
                adult);
    }

    /** Once restricted it stays so. */
    Sketch adultIf(boolean restricted) {
        return new Sketch(
                site,
                link,
                kind,
                title,
                description,
                author,
                authorLink,
                image,
                duration,
                publishedAt,
                colour,
                adult || restricted);
    }

    /** Without a title there is nothing to show. */
    Optional<Preview> preview() {
        return title.map(text -> new Preview(
                site, link, kind, text, description, author, authorLink, image, duration, publishedAt, colour, adult));
    }

    /** One line for each line of the text, without control characters, and never half a character at the end. */
    static Optional<String> clean(String text, int longest) {
        var shortened = text.length() <= longest * 2 ? text : text.substring(0, longest * 2);
        var cleaned = shortened
                .replaceAll("\\R", "\n")
                .replaceAll("[\\p{Cntrl}&&[^\n]]", "")
                .replaceAll("[ \\t\\u00A0]+", " ")
                .strip();
        if (cleaned.length() > longest) {
            int end = Character.isHighSurrogate(cleaned.charAt(longest - 2)) ? longest - 2 : longest - 1;
            cleaned = cleaned.substring(0, end).strip() + "…";
        }
        return cleaned.isEmpty() ? Optional.empty() : Optional.of(cleaned);
    }
}
