package dev.warren.embed.providers;

import dev.warren.embed.fetching.Fetched.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** HTML pages as they come: in the charset that the header names, else the one that the page names. */
public final class Pages {
    private static final Pattern CHARSET = Pattern.compile("(?i)charset=\"?([A-Za-z0-9._:-]{1,40})");

    private Pages() {}

    /** None for what the parser cannot bear. */
    public static Optional<Document> parse(Answer answer) {
        try {
            var charset = answer.header("content-type").flatMap(Pages::charset);
            return Optional.of(Jsoup.parse(
                    new ByteArrayInputStream(answer.body()),
                    charset.map(Charset::name).orElse(null),
                    answer.address().toString()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> charset(String type) {
        var found = CHARSET.matcher(type);
        if (!found.find()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Charset.forName(found.group(1)));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    /** The plain text of a piece of HTML, such as a player or a blockquote. */
    static Optional<String> text(String html) {
        return Optional.of(Jsoup.parseBodyFragment(html).body())
                .map(body ->
                        Optional.ofNullable(body.selectFirst("blockquote p")).orElse(body))
                .map(element -> element.text().strip())
                .filter(text -> !text.isEmpty());
    }
}
