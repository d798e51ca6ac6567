/**
 * A data key for each member, wrapped by a master key, in a database of their own. What is sealed with a member's key is gone when the key
 * is.
 */
@NullMarked
package dev.warren.memory.keys;

import org.jspecify.annotations.NullMarked;
