package dev.warren.embed.feeds;

import java.util.Optional;

/** Texts of strangers in one line. */
final class Line {
    private Line() {}

    /** Without control characters and line ends, cut at a whole character; none when nothing is left. */
    static Optional<String> of(String text, int longest) {
        var line = (text.length() <= 2 * longest ? text : text.substring(0, 2 * longest))
                .replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+", " ")
                .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "")
                .strip();
        if (line.length() > longest) {
            int end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
            line = line.substring(0, end).strip() + "…";
        }
        return line.isEmpty() ? Optional.empty() : Optional.of(line);
    }

    /**
     * Text that Discord shows as it is: no markdown, no mention, no link that unfolds. Pings are forbidden beside that by what the message
     * may ping at all.
     */
    static String defused(String text) {
        return text.replaceAll("([\\\\*_~`|>#\\[\\]()<-])", "\\\\$1")
                .replace("@", "@\u200B")
                .replace("://", ":\u200B//");
    }
}
