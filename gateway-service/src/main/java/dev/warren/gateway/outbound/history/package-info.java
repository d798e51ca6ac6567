/** What stands at Discord already, where the gateway itself does not know: by the echo of its own messages, and by what a channel says. */
@NullMarked
package dev.warren.gateway.outbound.history;

import org.jspecify.annotations.NullMarked;
