/** What the memory service's events refuse. */
@NullMarked
package dev.warren.schemas.conversation;

import org.jspecify.annotations.NullMarked;
