/** Discord's CDN: avatars and files that members attached. Nothing else is ever fetched. */
@NullMarked
package dev.warren.leveling.cdn;

import org.jspecify.annotations.NullMarked;
