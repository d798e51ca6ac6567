package dev.warren.gateway.setup;

/**
 * Something that is missing.
 *
 * @param title at most 256 characters
 * @param text what it means and what to do, at most 1,024 characters
 */
record Finding(String title, String text) {
    private static final int LONGEST_TITLE = 256;
    private static final int LONGEST_TEXT = 1_024;

    Finding {
        title = cut(title, LONGEST_TITLE);
        text = cut(text, LONGEST_TEXT);
    }

    private static String cut(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
