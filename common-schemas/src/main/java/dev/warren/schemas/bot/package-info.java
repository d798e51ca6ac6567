/** What the bot is asked to do, what it offers, and what became of it. */
@NullMarked
package dev.warren.schemas.bot;

import org.jspecify.annotations.NullMarked;
