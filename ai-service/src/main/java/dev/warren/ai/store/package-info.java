/** Plain SQL. */
@NullMarked
package dev.warren.ai.store;

import org.jspecify.annotations.NullMarked;
