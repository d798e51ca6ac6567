/** What the moderation service decided. */
@NullMarked
package dev.warren.schemas.moderation;

import org.jspecify.annotations.NullMarked;
