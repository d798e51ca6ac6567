/** What members make for their guild; here is what the rooms of it share: how texts and links are checked, shown and turned. */
@NullMarked
package dev.warren.memory.community;

import org.jspecify.annotations.NullMarked;
