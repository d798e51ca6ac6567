package dev.warren.embed.feeds;

/** Where chance comes in: the pauses between looks. */
@FunctionalInterface
interface Chance {
    /** From 0 to 1. */
    double next();
}
