/**
 * Answers to interactions: tokens, deferrals, and what becomes of an answer that comes first, second, narrower than announced, or too late.
 */
@NullMarked
package dev.warren.gateway.outbound.answers;

import org.jspecify.annotations.NullMarked;
