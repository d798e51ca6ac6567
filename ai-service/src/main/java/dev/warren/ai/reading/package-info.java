/** Summaries of channels, and analyses of members who agreed to one. */
@NullMarked
package dev.warren.ai.reading;

import org.jspecify.annotations.NullMarked;
