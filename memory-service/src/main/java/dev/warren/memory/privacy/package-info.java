/** What members may decide of their data: whether it is kept, to have all of it, and to have it erased. */
@NullMarked
package dev.warren.memory.privacy;

import org.jspecify.annotations.NullMarked;
