/** What happened at Discord, as the gateway saw it. */
@NullMarked
package dev.warren.schemas.discord;

import org.jspecify.annotations.NullMarked;
