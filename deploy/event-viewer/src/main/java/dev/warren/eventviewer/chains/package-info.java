/** What belongs together, in the order of cause and effect, and what it says in plain words. */
@NullMarked
package dev.warren.eventviewer.chains;

import org.jspecify.annotations.NullMarked;
