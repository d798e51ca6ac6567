/** Turns, ends and summaries of conversations. */
@NullMarked
package dev.warren.schemas.conversation;

import org.jspecify.annotations.NullMarked;
