package dev.warren.memory.facts;

import dev.warren.schemas.memory.MemoryRequestEvent.RememberFact;
import java.util.Optional;

/** What may be remembered: a sentence that says something. */
final class FactText {
    /** The most characters of a fact. */
    static final int LONGEST = RememberFact.LONGEST;

    private FactText() {}

    /** On one line, without the spaces around it and with one between words. */
    static String tidy(String typed) {
        return typed.strip().replaceAll("\\s+", " ");
    }

    /** What is wrong with a text that was tidied; none where it may be remembered, or looked for. */
    static Optional<String> wrong(String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return Optional.of("Text must have letters or digits; write it such as `I live in Hamburg`.");
        }
        return text.length() > LONGEST
                ? Optional.of("Text must have at most " + LONGEST + " characters, not " + text.length() + ".")
                : Optional.empty();
    }
}
