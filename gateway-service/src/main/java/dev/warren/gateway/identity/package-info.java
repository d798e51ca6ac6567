/** Who the bot is at Discord. */
@NullMarked
package dev.warren.gateway.identity;

import org.jspecify.annotations.NullMarked;
