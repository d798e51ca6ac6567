/** Tests of what comes in. */
@NullMarked
package dev.warren.gateway.inbound;

import org.jspecify.annotations.NullMarked;
