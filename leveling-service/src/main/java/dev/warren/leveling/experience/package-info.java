/** Facts to rows: which message wins a member's calendar minute, what it earns, and what level a total makes. */
@NullMarked
package dev.warren.leveling.experience;

import org.jspecify.annotations.NullMarked;
