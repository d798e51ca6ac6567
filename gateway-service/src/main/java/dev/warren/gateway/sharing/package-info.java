/** Discord's limits as all instances share them, in Redis. */
@NullMarked
package dev.warren.gateway.sharing;

import org.jspecify.annotations.NullMarked;
