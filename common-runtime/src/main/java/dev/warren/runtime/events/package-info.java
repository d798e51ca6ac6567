/** Records in and out: codec, publisher, followed topics. */
@NullMarked
package dev.warren.runtime.events;

import org.jspecify.annotations.NullMarked;
