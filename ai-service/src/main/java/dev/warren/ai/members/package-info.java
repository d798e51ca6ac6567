/** Members who want to be forgotten, and guilds that are gone. */
@NullMarked
package dev.warren.ai.members;

import org.jspecify.annotations.NullMarked;
