package dev.warren.ai.images;

import java.util.Optional;

/**
 * A picture that is wanted.
 *
 * @param seed by which a provider draws the same again, 0 to 2^31-1
 */
record Order(String prompt, Optional<Style> style, Shape shape, int seed) {
    Order {
        if (prompt.isBlank() || prompt.length() > Studio.LONGEST_PROMPT) {
            throw new IllegalArgumentException(
                    "prompt must have 1 to " + Studio.LONGEST_PROMPT + " characters: " + prompt.length());
        }
        if (seed < 0) {
            throw new IllegalArgumentException("seed must not be negative: " + seed);
        }
    }

    /** What the member wrote, and how it is to look. */
    String whole() {
        return style.map(one -> prompt + ", " + one.prompt()).orElse(prompt);
    }
}
