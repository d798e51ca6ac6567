/** What members and the bot said to each other, sealed with the member's key and kept for a time. */
@NullMarked
package dev.warren.memory.archive;

import org.jspecify.annotations.NullMarked;
