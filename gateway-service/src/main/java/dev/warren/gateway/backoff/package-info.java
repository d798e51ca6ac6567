/** How long to wait before something is tried again. */
@NullMarked
package dev.warren.gateway.backoff;

import org.jspecify.annotations.NullMarked;
