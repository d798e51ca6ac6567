/** Tests of this package. */
@NullMarked
package dev.warren.cli.stack;

import org.jspecify.annotations.NullMarked;
