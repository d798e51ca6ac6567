/** Nothing happens twice: the inbox with recorded outcomes, and the offsets in the service's own database. */
@NullMarked
package dev.warren.runtime.inbox;

import org.jspecify.annotations.NullMarked;
