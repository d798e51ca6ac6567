/** Proves that replies stand at Discord once and in order. */
@NullMarked
package dev.warren.gateway.outbound.replies;

import org.jspecify.annotations.NullMarked;
