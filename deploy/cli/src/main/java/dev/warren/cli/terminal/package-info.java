/** What a person sees: progress, tables, colours where the output is a terminal. */
@NullMarked
package dev.warren.cli.terminal;

import org.jspecify.annotations.NullMarked;
