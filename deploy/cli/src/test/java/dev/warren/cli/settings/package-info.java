/** Tests of this package. */
@NullMarked
package dev.warren.cli.settings;

import org.jspecify.annotations.NullMarked;
