/** Short-lived, signed tokens with which one service acts for one member at another. */
@NullMarked
package dev.warren.runtime.membertoken;

import org.jspecify.annotations.NullMarked;
