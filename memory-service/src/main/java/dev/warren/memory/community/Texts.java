package dev.warren.memory.community;

import java.util.regex.Pattern;

/** Checks texts that members write for others to read, and makes them harmless to show. */
public final class Texts {
    /** Controls, marks that turn the direction of a text, and what cannot be seen. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Co}\\u00AD\\u061C\\u180E"
            + "\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF&&[^\\n]]");

    private static final Pattern MARKUP = Pattern.compile("([\\\\*_~`|\\[\\]()<>#])");

    private Texts() {}

    /** A text of one line and 1 to so many characters. */
    public static Typed line(String field, String typed, int longest) {
        return checked(field, plain(typed).replaceAll("\\s+", " ").strip(), 1, longest);
    }

    /** A text of at most so many characters; it may be empty. */
    public static Typed paragraph(String field, String typed, int longest) {
        return checked(field, plain(typed).strip(), 0, longest);
    }

    private static Typed checked(String field, String text, int shortest, int longest) {
        if (text.length() < shortest) {
            return new Typed.Wrong(field, "be a text that can be read", "nothing");
        }
        return text.length() <= longest
                ? new Typed.Fine(text)
                : new Typed.Wrong(
                        field, "have at most %,d characters".formatted(longest), "%,d".formatted(text.length()));
    }

    private static String plain(String typed) {
        return UNSEEN.matcher(typed.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' '))
                .replaceAll("");
    }

    /** The text as it stands, whatever marks of formatting are in it. */
    public static String escaped(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$1");
    }

    /** Its beginning, on one line. */
    public static String shortened(String text, int longest) {
        var line = text.replace('\n', ' ');
        if (line.length() <= longest) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return line.substring(0, end) + "…";
    }
}
