/** Tests of the gateway as a whole. */
@NullMarked
package dev.warren.gateway;

import org.jspecify.annotations.NullMarked;
