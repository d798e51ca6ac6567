package dev.warren.gateway.outbound.rendering;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Splits a text that is too long for one message: after a paragraph, else a line, a sentence, a word, else between two characters as
 * people see them. A code fence that is cut is closed, and opened again in the next part.
 */
public final class Splitting {
    private static final String FENCE = "```";
    private static final String CLOSING = "\n```";
    /** With a longer language the fence is reopened without it. */
    private static final int MAX_LANGUAGE = 20;

    private Splitting() {}

    /**
     * One part.
     *
     * @param opening reopens a fence, or is empty
     * @param text a piece of the original; all pieces joined are the original
     * @param closing closes a fence, or is empty
     */
    public record Part(String opening, String text, String closing) {
        /** What is sent. */
        public String shown() {
            return opening + text + closing;
        }
    }

    /**
     * The parts in order.
     *
     * @param limit the most UTF-16 units of a part, at least 64; Discord counts code points, of which there are never more
     */
    public static List<Part> split(String text, int limit) {
        if (limit < 64) {
            throw new IllegalArgumentException("limit must be at least 64: " + limit);
        }
        if (text.length() <= limit) {
            return List.of(new Part("", text, ""));
        }
        int reserve = text.contains(FENCE) ? CLOSING.length() : 0;
        var parts = new ArrayList<Part>();
        String opening = "";
        int start = 0;
        while (start < text.length()) {
            int room = limit - opening.length() - reserve;
            int end = text.length() - start <= room ? text.length() : cut(text, start, start + room, opening.isEmpty());
            var open = openAt(text, start, end, opening);
            String piece = text.substring(start, end);
            parts.add(new Part(opening, piece, open.isEmpty() ? "" : piece.endsWith("\n") ? FENCE : CLOSING));
            opening = open;
            start = end;
        }
        return parts;
    }

    /** Where the piece that begins at {@code start} ends, at most at {@code max}. */
    private static int cut(String text, int start, int max, boolean closedBefore) {
        int least = start + (max - start) / 2;
        int border = after(text, "\n\n", least, max);
        if (border < 0) {
            border = after(text, "\n", least, max);
        }
        if (border < 0) {
            border = sentence(text, least, max);
        }
        if (border < 0) {
            border = after(text, " ", start + 1, max);
        }
        if (border < 0) {
            border = character(text, start, max);
        }
        return aroundFence(text, start, border, max, closedBefore);
    }

    /** Just behind the last {@code mark} that lies between {@code least} and {@code max}; -1 for none. */
    private static int after(String text, String mark, int least, int max) {
        int at = text.lastIndexOf(mark, max - mark.length());
        return at >= least ? at + mark.length() : -1;
    }

    private static int sentence(String text, int least, int max) {
        for (int i = max - 1; i > least; i--) {
            boolean space = Character.isWhitespace(text.charAt(i));
            char before = text.charAt(i - 1);
            if (space && (before == '.' || before == '!' || before == '?' || before == '…' || before == ':')) {
                return i + 1;
            }
            if (before == '。' || before == '！' || before == '？') {
                return i;
            }
        }
        return -1;
    }

    /** Between two characters as people see them; such a one longer than all the room is cut between its code points. */
    private static int character(String text, int start, int max) {
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        // One more unit shows whether a character ends exactly here.
        characters.setText(text.substring(start, Math.min(text.length(), max + 2)));
        int border = characters.isBoundary(max - start) ? max - start : characters.preceding(max - start);
        if (border > 0) {
            return start + border;
        }
        return Character.isLowSurrogate(text.charAt(max)) ? max - 1 : max;
    }

    /** Moves a border off the marks of a fence: never through one, not between an opening and its code, nor before a closing. */
    private static int aroundFence(String text, int start, int border, int max, boolean closedBefore) {
        boolean open = !closedBefore;
        int opened = -1;
        int at = text.indexOf(FENCE, start);
        while (at >= 0 && at < border) {
            if (at + FENCE.length() > border) {
                if (!open && at > start) {
                    return at;
                }
                border = at + FENCE.length();
            }
            open = !open;
            opened = open ? at : -1;
            at = text.indexOf(FENCE, at + FENCE.length());
        }
        if (opened > start
                && text.substring(firstOfCode(text, opened), Math.max(border, firstOfCode(text, opened)))
                        .isBlank()) {
            return opened;
        }
        // The reserve holds a closing, so a closing of the text's own fits as well.
        boolean closesHere = open && text.startsWith(FENCE, border);
        return closesHere && border + FENCE.length() <= max + CLOSING.length() ? border + FENCE.length() : border;
    }

    private static int firstOfCode(String text, int fence) {
        return Math.min(
                text.length(), fence + FENCE.length() + language(text, fence).length());
    }

    /** What opens the next part when a fence is open at the end of this one; empty when none is. */
    private static String openAt(String text, int start, int end, String opening) {
        String open = opening;
        int at = text.indexOf(FENCE, start);
        while (at >= 0 && at + FENCE.length() <= end) {
            open = open.isEmpty() ? FENCE + language(text, at) + "\n" : "";
            at = text.indexOf(FENCE, at + FENCE.length());
        }
        return open;
    }

    /** The language behind an opening, if a line break follows it. */
    private static String language(String text, int fence) {
        int from = fence + FENCE.length();
        int to = from;
        while (to < text.length() && to - from <= MAX_LANGUAGE && isLanguage(text.charAt(to))) {
            to++;
        }
        boolean whole = to < text.length() && text.charAt(to) == '\n' && to - from <= MAX_LANGUAGE;
        return whole ? text.substring(from, to) : "";
    }

    private static boolean isLanguage(char c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '-' || c == '#' || c == '_' || c == '.');
    }
}
