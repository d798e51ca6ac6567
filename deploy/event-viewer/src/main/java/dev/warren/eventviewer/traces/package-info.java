/** Spans that services send, the newest of them. */
@NullMarked
package dev.warren.eventviewer.traces;

import org.jspecify.annotations.NullMarked;
