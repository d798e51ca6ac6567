/** What Discord says of guilds, roles and members: looked up in what the gateway knows, never asked of Discord. */
@NullMarked
package dev.warren.leveling.information;

import org.jspecify.annotations.NullMarked;
