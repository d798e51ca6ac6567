/** What crypto currencies cost. */
@NullMarked
package dev.warren.ai.prices;

import org.jspecify.annotations.NullMarked;
