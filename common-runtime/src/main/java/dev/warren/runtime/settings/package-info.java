/** The settings of guilds as every service follows them. */
@NullMarked
package dev.warren.runtime.settings;

import org.jspecify.annotations.NullMarked;
