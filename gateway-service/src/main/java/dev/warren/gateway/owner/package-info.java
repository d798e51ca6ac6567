/** {@code /owner}: what those who run the bot can do with it, and what follows from what they decided. */
@NullMarked
package dev.warren.gateway.owner;

import org.jspecify.annotations.NullMarked;
