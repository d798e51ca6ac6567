/** Tests of this package. */
@NullMarked
package dev.warren.cli.commands;

import org.jspecify.annotations.NullMarked;
