package dev.warren.gateway.commands;

import dev.warren.schemas.discord.OptionValue;

/** What an argument was read as. */
sealed interface Read {
    /** Checked and converted. */
    record Value(OptionValue value) implements Read {}

    /** A member whom only Discord may know. */
    record LookUp(String name) implements Read {}

    /**
     * It does not fit.
     *
     * @param why goes on from the option's name: "must be a whole number"
     * @param ofItsKind whether it is what was asked for, only out of bounds: then it was meant for no other option
     */
    record Wrong(String why, boolean ofItsKind) implements Read {
        Wrong(String why) {
            this(why, false);
        }
    }
}
