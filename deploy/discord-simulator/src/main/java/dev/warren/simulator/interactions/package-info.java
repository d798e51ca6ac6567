/** Commands, components, modals and completions: how they reach the bot, and what it answers. */
@NullMarked
package dev.warren.simulator.interactions;

import org.jspecify.annotations.NullMarked;
