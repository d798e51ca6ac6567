/** What the gateway knows of guilds: channels, roles, the bot's own roles, members lately seen, and who may do what where. */
@NullMarked
package dev.warren.gateway.guilds;

import org.jspecify.annotations.NullMarked;
