/** Tests of the script and of the whole command. */
@NullMarked
package dev.warren.cli;

import org.jspecify.annotations.NullMarked;
