/** Proves what is shown at Discord. */
@NullMarked
package dev.warren.gateway.outbound.rendering;

import org.jspecify.annotations.NullMarked;
