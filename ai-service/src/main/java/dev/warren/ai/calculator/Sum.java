package dev.warren.ai.calculator;

/** What came of a sum. */
public sealed interface Sum {
    /** @param shown the number as people read it, with thousands parted; in powers of ten when it is very long */
    record Fine(String shown) implements Sum {}

    /** It cannot be worked out; {@code why} is what the member reads. */
    record Wrong(String why) implements Sum {}
}
