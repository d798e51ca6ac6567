package dev.warren.ai.fun;

/** How members' words are shown. */
final class FunTexts {
    private FunTexts() {}

    /** In a code span or bold, without breaking out of it. */
    static String plain(String text) {
        return text.replace('`', '\'').replace("*", "∗").replaceAll("\\s+", " ").strip();
    }
}
