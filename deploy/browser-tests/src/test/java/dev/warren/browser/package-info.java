/** The web client of the local Discord, tried in Chromium with a bot of a few commands. */
@NullMarked
package dev.warren.browser;

import org.jspecify.annotations.NullMarked;
