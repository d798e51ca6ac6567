/** Proves what goes out, from the topic to what stands at a local Discord. */
@NullMarked
package dev.warren.gateway.outbound;

import org.jspecify.annotations.NullMarked;
