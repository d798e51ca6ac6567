package dev.warren.ai.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Splits a text into messages: at the end of a paragraph, a list item, a line, a sentence or a word, whichever comes last in the second
 * half of what fits, in this order; never in the middle of a character. A code fence that is cut is closed, and opened again with its
 * language. What was cut off does not change when the text goes on.
 */
public final class Splitter {
    private static final String FENCE = "```";
    private static final Pattern SENTENCE = Pattern.compile("[.!?…。！？]['\")\\]]*\\s");
    private static final int LONGEST_LANGUAGE = 32;

    private final int most;
    private final int parts;

    /**
     * @param most characters of a part, at least 200
     * @param parts at most; what is beyond is cut, and the last part says so
     */
    public Splitter(int most, int parts) {
        if (most < 200) {
            throw new IllegalArgumentException("most must be at least 200 characters: " + most);
        }
        if (parts < 1) {
            throw new IllegalArgumentException("parts must be at least 1: " + parts);
        }
        this.most = most;
        this.parts = parts;
    }

    /** The parts in order; none of a blank text. */
    public List<String> split(String text) {
        var all = new ArrayList<String>();
        var rest = text.strip();
        var opened = "";
        while (!rest.isEmpty()) {
            var whole = opened + rest;
            if (whole.length() <= most) {
                all.add(whole);
                break;
            }
            // room to close a fence
            int at = cut(whole, most - FENCE.length() - 1, opened.length());
            var part = whole.substring(0, at);
            rest = whole.substring(at);
            opened = openFence(part);
            if (all.size() == parts - 1) {
                all.add(ended(part, opened));
                break;
            }
            all.add(opened.isEmpty() ? part.stripTrailing() : closed(part));
            rest = opened.isEmpty() ? rest.strip() : withoutFirstBreak(rest);
            if (!opened.isEmpty() && rest.startsWith(FENCE)) {
                // the fence ended right there
                rest = rest.substring(FENCE.length()).strip();
                opened = "";
            }
        }
        return List.copyOf(all);
    }

    private String ended(String part, String opened) {
        var text = opened.isEmpty() ? part.stripTrailing() : closed(part);
        return text.length() + 2 <= most ? text + " …" : text;
    }

    private static String closed(String part) {
        var text = part.endsWith("\n") ? part : part + "\n";
        return text + FENCE;
    }

    private static String withoutFirstBreak(String text) {
        return text.startsWith("\n") ? text.substring(1) : text;
    }

    /** Where to cut: at most {@code limit}, and past what was put before it. */
    private static int cut(String text, int limit, int least) {
        int from = Math.max(limit / 2, least + 1);
        boolean inFence = !openFence(text.substring(0, limit)).isEmpty();
        int fence = lastFence(text, from, limit);
        if (inFence && fence > from) {
            return fence;
        }
        int paragraph = text.lastIndexOf("\n\n", limit - 1);
        if (!inFence && paragraph >= from) {
            return paragraph + 1;
        }
        int item = lastItem(text, from, limit);
        if (!inFence && item > 0) {
            return item;
        }
        int line = text.lastIndexOf('\n', limit - 1);
        if (line >= from) {
            return line + 1;
        }
        int sentence = inFence ? -1 : lastSentence(text, from, limit);
        if (sentence > 0) {
            return sentence;
        }
        int word = text.lastIndexOf(' ', limit - 1);
        if (word >= from) {
            return word + 1;
        }
        return Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
    }

    /** Where the fence begins that is open at the limit, when it is short so far: better it stays in one piece. */
    private static int lastFence(String text, int from, int limit) {
        int at = text.lastIndexOf("\n" + FENCE, limit - 1);
        return at >= from ? at + 1 : -1;
    }

    private static int lastItem(String text, int from, int limit) {
        for (int at = text.lastIndexOf('\n', limit - 1); at >= from; at = text.lastIndexOf('\n', at - 1)) {
            int next = at + 1;
            if (next < text.length()
                    && text.substring(next, Math.min(text.length(), next + 8))
                            .matches("(?s)\\s{0,4}([-*•]|\\d+[.)])\\s.*")) {
                return next;
            }
        }
        return -1;
    }

    private static int lastSentence(String text, int from, int limit) {
        var found = SENTENCE.matcher(text).region(from, limit);
        int last = -1;
        while (found.find()) {
            last = found.end();
        }
        return last;
    }

    /** The line that opens the fence in which a text ends, with its break; empty outside of one. */
    private static String openFence(String text) {
        var open = "";
        for (var line : text.split("\n", -1)) {
            var bare = line.strip();
            if (bare.startsWith(FENCE)) {
                if (!open.isEmpty()) {
                    open = "";
                } else if (!bare.substring(FENCE.length()).contains(FENCE)) {
                    open = bare.substring(0, Math.min(bare.length(), LONGEST_LANGUAGE)) + "\n";
                }
            }
        }
        return open;
    }
}
