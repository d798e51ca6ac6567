/** Avatars and attachments, as Discord's CDN serves them. */
@NullMarked
package dev.warren.simulator.cdn;

import org.jspecify.annotations.NullMarked;
