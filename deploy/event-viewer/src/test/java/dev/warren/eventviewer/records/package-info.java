/** Tests of this room. */
@NullMarked
package dev.warren.eventviewer.records;

import org.jspecify.annotations.NullMarked;
