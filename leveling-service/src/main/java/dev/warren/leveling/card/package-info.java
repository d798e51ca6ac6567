/** Pictures of ranks: what one shows, how it is drawn, and where it is kept until it changes. */
@NullMarked
package dev.warren.leveling.card;

import org.jspecify.annotations.NullMarked;
