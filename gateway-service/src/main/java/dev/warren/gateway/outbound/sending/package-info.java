/** What answers, replies and actions share on the way to Discord: the loop they run on, routes, lanes in order, and how records come in. */
@NullMarked
package dev.warren.gateway.outbound.sending;

import org.jspecify.annotations.NullMarked;
