package dev.warren.leveling.standing;

import java.util.Locale;

/** How names and numbers are shown. */
public final class Shown {
    /** Unicode's first strong isolate and its end: a right-to-left name turns nothing around it. */
    private static final String ISOLATE = "\u2068";

    private static final String END = "\u2069";

    private Shown() {}

    /** A name in a text of Discord: nothing in it is taken for markup, and it keeps its direction to itself. */
    public static String name(String name) {
        var shown = new StringBuilder(ISOLATE);
        name.codePoints().forEach(letter -> {
            if ("\\*_~`|<>[]():".indexOf(letter) >= 0) {
                shown.append('\\');
            }
            shown.appendCodePoint(letter);
        });
        return shown.append(END).toString();
    }

    /** A whole number with thousands apart, as in {@code 1,899,250}. */
    public static String number(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
