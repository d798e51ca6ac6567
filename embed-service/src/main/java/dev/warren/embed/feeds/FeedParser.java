package dev.warren.embed.feeds;

import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import dev.warren.embed.providers.Addresses;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import org.jdom2.JDOMException;
import org.jdom2.input.SAXBuilder;
import org.jdom2.input.sax.XMLReaders;
import org.jsoup.Jsoup;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS and Atom. The parser knows no document types, so that there are no entities to expand or to fetch, and bears only as much
 * nesting as a feed has. Whatever is wrong with a document, the answer is that it is none.
 */
final class FeedParser {
    private static final String NO_DOCTYPE = "http://apache.org/xml/features/disallow-doctype-decl";
    private static final String NO_GENERAL_ENTITIES = "http://xml.org/sax/features/external-general-entities";
    private static final String NO_PARAMETER_ENTITIES = "http://xml.org/sax/features/external-parameter-entities";
    private static final String DEPTH = "jdk.xml.maxElementDepth";
    private static final String DEEPEST = "100";
    private static final String UNTITLED = "(untitled)";

    private final int mostItems;

    FeedParser(int mostItems) {
        this.mostItems = mostItems;
    }

    /** None for what is no feed. */
    Optional<FeedDocument> parse(byte[] body, Optional<String> contentType, URI address) {
        try (var reader = contentType.isPresent()
                ? new XmlReader(new ByteArrayInputStream(body), contentType.get(), true)
                : new XmlReader(new ByteArrayInputStream(body), true)) {
            return Optional.of(document(new SyndFeedInput().build(guarded().build(reader)), address));
        } catch (IOException | JDOMException | FeedException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private static SAXBuilder guarded() {
        var builder = new SAXBuilder(XMLReaders.NONVALIDATING);
        builder.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        builder.setFeature(NO_DOCTYPE, true);
        builder.setFeature(NO_GENERAL_ENTITIES, false);
        builder.setFeature(NO_PARAMETER_ENTITIES, false);
        builder.setProperty(DEPTH, DEEPEST);
        builder.setExpandEntities(false);
        return builder;
    }

    private FeedDocument document(SyndFeed feed, URI address) {
        var title = text(feed.getTitleEx()).orElse(address.getHost());
        return new FeedDocument(
                title,
                feed.getEntries().stream()
                        .limit(mostItems)
                        .flatMap(entry -> item(entry, address).stream())
                        .toList());
    }

    private static Optional<FeedItem> item(SyndEntry entry, URI address) {
        var link = present(entry.getLink()).flatMap(text -> Addresses.of(address, text));
        var title = text(entry.getTitleEx());
        return present(entry.getUri())
                .or(() -> link.map(URI::toString))
                .or(() -> title)
                .map(id -> new FeedItem(
                        id.length() <= FeedItem.LONGEST_ID ? id : Digest.of(id),
                        title.orElse(UNTITLED),
                        link,
                        present(entry.getAuthor()).flatMap(name -> Line.of(name, FeedItem.LONGEST_TITLE)),
                        Stream.of(entry.getPublishedDate(), entry.getUpdatedDate())
                                .filter(Objects::nonNull)
                                .map(Date::toInstant)
                                .findFirst()));
    }

    /** In HTML there may be tags; in plain titles of RSS entities are often written twice. */
    private static Optional<String> text(@Nullable SyndContent content) {
        if (content == null || content.getValue() == null) {
            return Optional.empty();
        }
        var value = content.getValue();
        boolean markup =
                List.of("html", "xhtml", "text/html").contains(Objects.requireNonNullElse(content.getType(), ""));
        return Line.of(
                markup ? Jsoup.parseBodyFragment(value).text() : Parser.unescapeEntities(value, false),
                FeedItem.LONGEST_TITLE);
    }

    private static Optional<String> present(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(it -> !it.isEmpty());
    }
}
