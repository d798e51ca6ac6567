/** Proves how interactions are answered. */
@NullMarked
package dev.warren.gateway.outbound.answers;

import org.jspecify.annotations.NullMarked;
