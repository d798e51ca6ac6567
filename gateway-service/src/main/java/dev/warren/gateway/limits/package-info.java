/** How often members, guilds and commands may ask for something: exact over all instances, by buckets that lie in Redis. */
@NullMarked
package dev.warren.gateway.limits;

import org.jspecify.annotations.NullMarked;
