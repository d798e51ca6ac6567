package dev.warren.schemas;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/**
 * One rule of a record, and what breaks it.
 *
 * @param name what is wrong, in a few words
 * @param message names field, rule and value
 */
public record Rule(String name, ThrowingCallable breach, String message) {
    /** Breaks the rule, and expects to be told so. */
    public void check() {
        assertThatThrownBy(breach).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Override
    public String toString() {
        return name;
    }
}
