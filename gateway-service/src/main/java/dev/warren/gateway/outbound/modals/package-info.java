/** Modals that were asked for by a prefix command, which cannot open one: they stand behind a button for a while. */
@NullMarked
package dev.warren.gateway.outbound.modals;

import org.jspecify.annotations.NullMarked;
