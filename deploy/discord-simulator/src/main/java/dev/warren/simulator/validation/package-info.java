/** Checks each request of the bot against Discord's OpenAPI document. */
@NullMarked
package dev.warren.simulator.validation;

import org.jspecify.annotations.NullMarked;
