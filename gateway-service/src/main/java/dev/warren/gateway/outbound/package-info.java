/**
 * What goes out to Discord. This package is what the rest of the gateway may know of it: interactions that wait for an answer, answers
 * that the gateway gives by itself, and how components carry the kind of their answer.
 */
@NullMarked
package dev.warren.gateway.outbound;

import org.jspecify.annotations.NullMarked;
