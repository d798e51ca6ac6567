package dev.warren.gateway.commands;

import java.util.ArrayList;
import java.util.List;

/** The words of a prefix command's arguments: separated by white space, kept together by quotes of any kind. */
final class Words {
    private static final String OPENING = "\"“„«»「";
    /** What closes the quote at the same place above. */
    private static final List<String> CLOSING = List.of("\"", "”“", "“”", "»", "«", "」");

    private Words() {}

    /**
     * A word.
     *
     * @param text without its quotes
     * @param start where it begins in the whole text, quotes included
     */
    record Word(String text, int start, boolean quoted) {}

    /** A quote that is not closed is a character like any other; inside quotes a backslash keeps the next character. */
    static List<Word> of(String text) {
        var words = new ArrayList<Word>();
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
                continue;
            }
            int closed = closing(text, at);
            int end = closed > 0 ? closed + 1 : endOfWord(text, at);
            words.add(
                    closed > 0
                            ? new Word(unescaped(text.substring(at + 1, closed)), at, true)
                            : new Word(text.substring(at, end), at, false));
            at = end;
        }
        return words;
    }

    /** Where the quote that opens here closes, before white space or the end; -1 if none opens or it never closes. */
    private static int closing(String text, int at) {
        int kind = OPENING.indexOf(text.charAt(at));
        if (kind < 0) {
            return -1;
        }
        for (int i = at + 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (CLOSING.get(kind).indexOf(c) >= 0
                    && (i + 1 == text.length() || Character.isWhitespace(text.charAt(i + 1)))) {
                return i;
            }
        }
        return -1;
    }

    private static int endOfWord(String text, int at) {
        int end = at;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static String unescaped(String quoted) {
        if (quoted.indexOf('\\') < 0) {
            return quoted;
        }
        var text = new StringBuilder(quoted.length());
        for (int i = 0; i < quoted.length(); i++) {
            if (quoted.charAt(i) == '\\' && i + 1 < quoted.length()) {
                i++;
            }
            text.append(quoted.charAt(i));
        }
        return text.toString();
    }
}
