/** Discord's REST API, version 10, as far as a bot uses it, with its error codes, permissions and rate limits. */
@NullMarked
package dev.warren.simulator.rest;

import org.jspecify.annotations.NullMarked;
