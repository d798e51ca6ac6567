/** What members tell of themselves: a profile that belongs to the member, not to a guild. */
@NullMarked
package dev.warren.memory.profile;

import org.jspecify.annotations.NullMarked;
