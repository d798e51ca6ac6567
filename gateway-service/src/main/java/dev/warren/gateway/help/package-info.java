/** The gateway's own commands: help, ping, about. They are announced and called like those of any other service. */
@NullMarked
package dev.warren.gateway.help;

import org.jspecify.annotations.NullMarked;
