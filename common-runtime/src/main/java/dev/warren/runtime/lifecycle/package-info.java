/** Start, migration, readiness and stop, the same for every service. */
@NullMarked
package dev.warren.runtime.lifecycle;

import org.jspecify.annotations.NullMarked;
