/** The web client: its modules, its page, and who may call from a browser. */
@NullMarked
package dev.warren.simulator.web;

import org.jspecify.annotations.NullMarked;
