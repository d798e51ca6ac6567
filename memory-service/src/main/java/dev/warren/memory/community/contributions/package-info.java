/** A guild's gallery and the links of its creators: two collections to which members give. */
@NullMarked
package dev.warren.memory.community.contributions;

import org.jspecify.annotations.NullMarked;
