/** Tests of the event viewer on a real broker and in a real browser. */
@NullMarked
package dev.warren.eventviewer;

import org.jspecify.annotations.NullMarked;
