/** What members see of Warren, on one started stack: the local Discord, real servers, every service as its own process. */
@NullMarked
package dev.warren.endtoend;

import org.jspecify.annotations.NullMarked;
