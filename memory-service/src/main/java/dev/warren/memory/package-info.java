/** What the bot remembers: the settings of guilds to begin with. */
@NullMarked
package dev.warren.memory;

import org.jspecify.annotations.NullMarked;
