/** What the memory service's events refuse. */
@NullMarked
package dev.warren.schemas.embed;

import org.jspecify.annotations.NullMarked;
