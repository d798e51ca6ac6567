/** Work that nobody asked for: it comes round by itself. */
@NullMarked
package dev.warren.leveling.rounds;

import org.jspecify.annotations.NullMarked;
