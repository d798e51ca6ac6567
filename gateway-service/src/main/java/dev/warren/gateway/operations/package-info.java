/** What those who run the bot have decided: where posting is paused, which guilds are blocked or served at all, how the bot is shown. */
@NullMarked
package dev.warren.gateway.operations;

import org.jspecify.annotations.NullMarked;
