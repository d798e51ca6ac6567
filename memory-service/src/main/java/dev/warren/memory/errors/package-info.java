/**
 * Errors that members met. Every service puts aside what it cannot process, and tells the member an incident id; here those records are
 * listed by guild, without content, and told in the guild's log channel.
 */
@NullMarked
package dev.warren.memory.errors;

import org.jspecify.annotations.NullMarked;
