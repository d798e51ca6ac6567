/** Tests of the settings of guilds. */
@NullMarked
package dev.warren.memory.settings;

import org.jspecify.annotations.NullMarked;
