/** Proves what is done to members and channels. */
@NullMarked
package dev.warren.gateway.outbound.actions;

import org.jspecify.annotations.NullMarked;
