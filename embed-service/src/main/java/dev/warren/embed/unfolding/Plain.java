package dev.warren.embed.unfolding;

/** Texts of strangers as they may stand in a message: without markdown of their own, without mentions, and no longer than allowed. */
final class Plain {
    private static final String MARKDOWN = "\\*_~`|>#[]()<-+";
    private static final String ELLIPSIS = "…";
    /** Between an at sign and what follows it: nobody sees it, and nobody is called. */
    private static final String BETWEEN = "\u200B";

    private Plain() {}

    /**
     * The text on one or more lines, defused, cut off at a word where it is too long.
     *
     * @param most characters of the result
     */
    static String text(String said, int most) {
        var clean = said.strip().replaceAll("[\\p{Cntrl}&&[^\\n]]", " ").replaceAll("\\n{3,}", "\n\n");
        var safe = new StringBuilder();
        int shown = 0;
        while (shown < clean.length()) {
            int end = clean.offsetByCodePoints(shown, 1);
            var piece = defused(clean.substring(shown, end));
            if (safe.length() + piece.length() > most) {
                return shortened(safe, most);
            }
            safe.append(piece);
            shown = end;
        }
        return safe.toString();
    }

    /** The same in one line, for where markdown is not read. */
    static String line(String said, int most) {
        var clean = said.replaceAll("[\\p{Cntrl}\\s]+", " ").strip().replace("@", "@" + BETWEEN);
        return clean.length() <= most ? clean : shortened(new StringBuilder(clean), most);
    }

    private static String defused(String character) {
        return character.equals("@") ? "@" + BETWEEN : MARKDOWN.contains(character) ? "\\" + character : character;
    }

    private static String shortened(StringBuilder safe, int most) {
        int room = Math.min(safe.length(), most - ELLIPSIS.length());
        if (room > 0 && (Character.isHighSurrogate(safe.charAt(room - 1)) || safe.charAt(room - 1) == '\\')) {
            room--;
        }
        safe.setLength(Math.max(0, room));
        int word = safe.lastIndexOf(" ");
        if (word > room / 2) {
            safe.setLength(word);
        }
        return safe.append(ELLIPSIS).toString();
    }
}
