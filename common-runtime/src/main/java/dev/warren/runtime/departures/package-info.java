/** Guilds that remove the bot: their timers rest, and what is kept of them goes after a time of grace. */
@NullMarked
package dev.warren.runtime.departures;

import org.jspecify.annotations.NullMarked;
