/** XP of full minutes in voice channels. */
@NullMarked
package dev.warren.leveling.voice;

import org.jspecify.annotations.NullMarked;
