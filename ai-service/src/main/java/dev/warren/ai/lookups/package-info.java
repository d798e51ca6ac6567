/** Questions to Discord, asked of the gateway: messages of a channel, a member. */
@NullMarked
package dev.warren.ai.lookups;

import org.jspecify.annotations.NullMarked;
