/** What keeps coins scarce: the tax on great wealth, what is taken out of circulation, and how all of that develops. */
@NullMarked
package dev.warren.economy.taxation;

import org.jspecify.annotations.NullMarked;
