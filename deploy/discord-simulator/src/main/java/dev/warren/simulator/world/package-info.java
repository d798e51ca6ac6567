/** What exists in the local Discord: guilds, channels, members, roles and messages, and the events that their changes cause. */
@NullMarked
package dev.warren.simulator.world;

import org.jspecify.annotations.NullMarked;
