/** A month of plausible life for a guild of the local Discord: made up from a seed, and published as what the gateway would have said. */
@NullMarked
package dev.warren.cli.seed;

import org.jspecify.annotations.NullMarked;
