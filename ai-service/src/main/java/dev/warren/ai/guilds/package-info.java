/** Guilds as the gateway knows them, and what members may do there. */
@NullMarked
package dev.warren.ai.guilds;

import org.jspecify.annotations.NullMarked;
