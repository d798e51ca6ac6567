/** The command {@code warren}: runs Warren on one machine, and looks after what runs. Each folder is one concern; the commands only translate between them and the terminal. */
@NullMarked
package dev.warren.cli;

import org.jspecify.annotations.NullMarked;
