/** Tests of this package. */
@NullMarked
package dev.warren.cli.supervise;

import org.jspecify.annotations.NullMarked;
