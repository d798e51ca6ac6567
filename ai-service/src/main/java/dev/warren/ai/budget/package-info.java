/** Tokens and money: reserved before a call, settled after it. */
@NullMarked
package dev.warren.ai.budget;

import org.jspecify.annotations.NullMarked;
