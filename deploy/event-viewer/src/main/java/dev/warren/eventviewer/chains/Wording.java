package dev.warren.eventviewer.chains;

import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.topics.Service;
import java.util.ArrayList;
import java.util.Arrays;

/** Small pieces of sentences. */
final class Wording {
    private static final int LONGEST_QUOTE = 80;

    private Wording() {}

    /** What was written, shortened and in one line. */
    static String quoted(String content) {
        var line = content.strip().replaceAll("\\s+", " ");
        return "“" + shortened(line) + "”";
    }

    static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_QUOTE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUOTE)) + "…";
    }

    /** What a message of the bot shows. */
    static String shown(MessageBody body) {
        var parts = new ArrayList<String>();
        if (!body.content().isBlank()) {
            parts.add(quoted(body.content()));
        }
        body.embeds()
                .forEach(embed -> parts.add(
                        embed.title().map(title -> "a card " + quoted(title)).orElse("a card")));
        body.files().forEach(file -> parts.add("the file " + file.name()));
        if (!body.rows().isEmpty()) {
            parts.add("buttons");
        }
        return parts.isEmpty() ? "an empty message" : String.join(", ", parts);
    }

    static String count(long number, String one) {
        return number + " " + one + (number == 1 ? "" : "s");
    }

    /** The process that stands behind a source such as {@code /gateway/0} or {@code /leveling}. */
    static String service(String source) {
        return Arrays.stream(source.split("/"))
                .filter(part -> !part.isEmpty())
                .findFirst()
                .map(Wording::serviceOf)
                .orElse("somebody");
    }

    /** The process of a service by its short name. */
    static String serviceOf(String id) {
        return Arrays.stream(Service.values()).anyMatch(service -> service.id().equals(id)) ? id + "-service" : id;
    }
}
