/** Profiles on real servers. */
@NullMarked
package dev.warren.memory.profile;

import org.jspecify.annotations.NullMarked;
