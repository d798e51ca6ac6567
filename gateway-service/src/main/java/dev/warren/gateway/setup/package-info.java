/** {@code /setup}: what the bot lacks in a guild, and what to do about it. */
@NullMarked
package dev.warren.gateway.setup;

import org.jspecify.annotations.NullMarked;
