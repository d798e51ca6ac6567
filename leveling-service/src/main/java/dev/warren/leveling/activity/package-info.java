/** What happens in a guild, counted: messages, commands, members who come and go. */
@NullMarked
package dev.warren.leveling.activity;

import org.jspecify.annotations.NullMarked;
