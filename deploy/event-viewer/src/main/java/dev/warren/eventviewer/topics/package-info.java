/** How full, how fast and how far behind. */
@NullMarked
package dev.warren.eventviewer.topics;

import org.jspecify.annotations.NullMarked;
