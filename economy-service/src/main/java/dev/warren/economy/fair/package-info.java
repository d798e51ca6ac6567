/** Draws that a member can check: seeds whose hash is told before, and whose text is told after. */
@NullMarked
package dev.warren.economy.fair;

import org.jspecify.annotations.NullMarked;
