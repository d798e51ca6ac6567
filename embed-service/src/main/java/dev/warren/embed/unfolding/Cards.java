package dev.warren.embed.unfolding;

import dev.warren.embed.links.Link;
import dev.warren.embed.providers.Preview;
import dev.warren.runtime.commands.CustomId;
import dev.warren.schemas.bot.AnswerKind;
import dev.warren.schemas.bot.Component;
import dev.warren.schemas.bot.Embed;
import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.ids.MessageId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Service;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a link shows, as a rich embed within Discord's bounds. */
final class Cards {
    static final String REMOVE = "remove";
    private static final int TITLE = 256;
    private static final int DESCRIPTION = 600;
    private static final int AUTHOR = 128;
    private static final int FOOTER = 128;
    private static final int LONGEST_URL = 2_000;
    private static final int MINUTE = 60;

    /** A link and what it shows. */
    record Card(Link link, Preview preview) {}

    private Cards() {}

    /** All cards of a message in one reply, with a button for the author to take it down. */
    static MessageBody body(List<Card> cards, MessageId message, UserId author) {
        var button = new Component.Button(
                CustomId.of(Service.EMBED, REMOVE, message, author).toString(),
                "Remove",
                Component.Style.SECONDARY,
                Optional.of("🗑️"),
                false,
                AnswerKind.EPHEMERAL);
        return new MessageBody(
                "",
                cards.stream().map(Cards::embed).toList(),
                List.of(Component.Row.of(button)),
                List.of(),
                MessageBody.Pings.NOBODY);
    }

    static Embed embed(Card card) {
        var preview = card.preview();
        var footer = Optional.of(footer(preview));
        // pictures cannot be hidden, so a spoiler has none; what it says is read by whoever uncovers it
        return card.link().spoiler()
                ? new Embed(
                        Optional.empty(),
                        Optional.of("||" + Plain.text(preview.title(), TITLE)
                                + preview.description()
                                        .map(said -> "\n" + Plain.text(said, DESCRIPTION))
                                        .orElse("") + "||"),
                        Optional.empty(),
                        preview.colour(),
                        Optional.empty(),
                        Optional.of("Spoiler"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of())
                : new Embed(
                        Optional.of(Plain.line(preview.title(), TITLE)).filter(title -> !title.isBlank()),
                        preview.description()
                                .filter(said -> !said.isBlank())
                                .map(said -> Plain.text(said, DESCRIPTION)),
                        url(preview.link()),
                        preview.colour(),
                        preview.author()
                                .filter(name -> !name.isBlank())
                                .map(name -> new Embed.Author(
                                        Plain.line(name, AUTHOR),
                                        preview.authorLink().flatMap(Cards::url),
                                        Optional.empty())),
                        footer,
                        Optional.empty(),
                        preview.image().flatMap(Cards::url),
                        preview.publishedAt(),
                        List.of());
    }

    private static String footer(Preview preview) {
        var kind = Set.of("page", "post").contains(preview.kind()) ? "" : " · " + preview.kind();
        return Plain.line(
                preview.site()
                        + kind
                        + preview.duration().map(time -> " · " + clock(time)).orElse(""),
                FOOTER);
    }

    private static String clock(Duration time) {
        long seconds = time.toSeconds();
        long hours = time.toHours();
        return hours > 0
                ? String.format(Locale.ROOT, "%d:%02d:%02d", hours, time.toMinutesPart(), seconds % MINUTE)
                : String.format(Locale.ROOT, "%d:%02d", time.toMinutesPart(), seconds % MINUTE);
    }

    private static Optional<String> url(URI address) {
        var text = address.toString();
        return Optional.of(text).filter(it -> it.matches("https?://.+") && it.length() <= LONGEST_URL);
    }
}
