/** Tests of draws by themselves. */
@NullMarked
package dev.warren.economy.fair;

import org.jspecify.annotations.NullMarked;
