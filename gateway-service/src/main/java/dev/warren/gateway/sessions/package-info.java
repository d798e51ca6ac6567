/** What a shard must not forget over a crash: its session, how far it is taken, the newest message of each channel, and gaps. */
@NullMarked
package dev.warren.gateway.sessions;

import org.jspecify.annotations.NullMarked;
