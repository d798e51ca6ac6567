/** Tests of this room. */
@NullMarked
package dev.warren.eventviewer.chains;

import org.jspecify.annotations.NullMarked;
