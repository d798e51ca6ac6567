/** Proves what is promised by the times of production, and that each protection is needed: without it a promise is broken, and a test says so. */
@NullMarked
package dev.warren.gateway.promises;

import org.jspecify.annotations.NullMarked;
