/** A small service, as its author would write it: the example of CONTRIBUTING.md, and its button, form and completion. */
@NullMarked
package dev.warren.runtime.greeting;

import org.jspecify.annotations.NullMarked;
