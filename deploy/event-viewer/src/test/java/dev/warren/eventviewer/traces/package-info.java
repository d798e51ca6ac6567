/** Tests of this room. */
@NullMarked
package dev.warren.eventviewer.traces;

import org.jspecify.annotations.NullMarked;
