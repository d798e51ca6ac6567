/** The command {@code /xp}: rooms bring its subcommands. */
@NullMarked
package dev.warren.leveling.xp;

import org.jspecify.annotations.NullMarked;
