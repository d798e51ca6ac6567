/** Tests of connecting. */
@NullMarked
package dev.warren.gateway.shards;

import org.jspecify.annotations.NullMarked;
