/** What each subcommand does. */
@NullMarked
package dev.warren.cli.commands;

import org.jspecify.annotations.NullMarked;
