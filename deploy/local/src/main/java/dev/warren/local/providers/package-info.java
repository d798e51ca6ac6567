/** Providers of models that answer as a test or a benchmark wants them to. */
@NullMarked
package dev.warren.local.providers;

import org.jspecify.annotations.NullMarked;
