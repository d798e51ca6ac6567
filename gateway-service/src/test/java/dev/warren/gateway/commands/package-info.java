/** Tests of commands. */
@NullMarked
package dev.warren.gateway.commands;

import org.jspecify.annotations.NullMarked;
