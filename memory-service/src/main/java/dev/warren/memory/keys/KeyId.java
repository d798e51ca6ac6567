package dev.warren.memory.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * Which data key.
 *
 * @param member whose; 0 for the key of marks
 * @param generation how often the member was erased before
 */
record KeyId(long member, int generation) {
    /** Marks are made with it. */
    static final KeyId OF_MARKS = new KeyId(0, 0);

    /** What its wrapping is bound to. */
    byte[] bound() {
        return ("data key " + member + "/" + generation).getBytes(UTF_8);
    }
}
