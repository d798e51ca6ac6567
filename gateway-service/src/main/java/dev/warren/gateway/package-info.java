/** The gateway: Discord's events become records, and records become messages at Discord. It decides nothing of its own. */
@NullMarked
package dev.warren.gateway;

import org.jspecify.annotations.NullMarked;
