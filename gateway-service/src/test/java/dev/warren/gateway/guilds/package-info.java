/** Tests of guilds. */
@NullMarked
package dev.warren.gateway.guilds;

import org.jspecify.annotations.NullMarked;
