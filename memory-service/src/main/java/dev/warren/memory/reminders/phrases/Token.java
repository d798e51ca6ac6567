package dev.warren.memory.reminders.phrases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece of a phrase.
 *
 * @param text in lower case, a rule in upper case
 */
record Token(Kind kind, String text) {
    private static final Pattern PIECES = Pattern.compile("(?<RULE>rrule:\\S+)"
            + "|(?<ISO>\\d{4}-\\d{1,2}-\\d{1,2})(?:t(?=\\d))?"
            + "|(?<SLASHED>\\d{1,2}/\\d{1,2}(?:/\\d{2,4})?)(?![\\d/])"
            + "|(?<DOTTED>\\d{1,2}\\.\\s?\\d{1,2}\\.(?:\\s?\\d{4}(?![\\d:])|\\d{2}(?![\\d:]))?)"
            + "|(?<CLOCK>\\d{1,2}:\\d{2}|\\d{1,2}\\.\\d{2}(?=\\s*uhr\\b))(?!\\d)"
            + "|(?<ORDINAL>\\d{1,2}(?:st|nd|rd|th)\\b|\\d{1,2}\\.(?=\\s|$))"
            + "|(?<DECIMAL>\\d{1,6}[.,]\\d{1,2})(?![\\d.])"
            + "|(?<NUMBER>\\d{1,9})(?!\\d)"
            + "|(?<WORD>\\p{L}+(?:'\\p{L}+)?)"
            + "|(?<GAP>[\\s,]+)");

    /** A full stop after these belongs to the date, elsewhere to the sentence. */
    private static final Pattern DATE_AT_THE_END =
            Pattern.compile("(?:\\b(?:am|den|dem|zum|jeden|jedem)\\s|\\d\\.\\s?)\\d{1,2}\\.$");

    /** What a piece looks like. */
    enum Kind {
        RULE,
        ISO,
        SLASHED,
        DOTTED,
        CLOCK,
        ORDINAL,
        DECIMAL,
        NUMBER,
        WORD
    }

    /** The pieces of a text; none when something in it belongs to no phrase. */
    static Optional<List<Token>> of(String text) {
        var written = text.strip().toLowerCase(Locale.ROOT).replaceAll("\\b([ap])\\.m\\b\\.?", "$1m");
        var ended = DATE_AT_THE_END.matcher(written).find() ? written : written.replaceFirst("[.!?]+$", "");
        var tokens = new ArrayList<Token>();
        Matcher pieces = PIECES.matcher(ended);
        int at = 0;
        while (at < ended.length()) {
            if (!pieces.find(at) || pieces.start() != at) {
                return Optional.empty();
            }
            kindOf(pieces).ifPresent(kind -> tokens.add(new Token(kind, textOf(pieces, kind))));
            at = pieces.end();
        }
        return tokens.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(tokens));
    }

    private static Optional<Kind> kindOf(Matcher piece) {
        for (var kind : Kind.values()) {
            if (piece.group(kind.name()) != null) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static String textOf(Matcher piece, Kind kind) {
        var text = piece.group(kind.name());
        return kind == Kind.RULE ? text.substring("rrule:".length()).toUpperCase(Locale.ROOT) : text;
    }
}
