/** Tests of what shards remember. */
@NullMarked
package dev.warren.gateway.sessions;

import org.jspecify.annotations.NullMarked;
