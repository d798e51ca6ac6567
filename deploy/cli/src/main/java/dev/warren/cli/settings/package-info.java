/** What can be set, where each value comes from (flag, environment, {@code .env}, default), and what is allowed. */
@NullMarked
package dev.warren.cli.settings;

import org.jspecify.annotations.NullMarked;
