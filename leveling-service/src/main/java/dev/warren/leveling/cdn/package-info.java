/** Discord's CDN: avatars. */
@NullMarked
package dev.warren.leveling.cdn;

import org.jspecify.annotations.NullMarked;
