/** What happens when a time has come, and messages that show how something stands. */
@NullMarked
package dev.warren.economy.due;

import org.jspecify.annotations.NullMarked;
