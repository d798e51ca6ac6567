/** Tests of reading back. */
@NullMarked
package dev.warren.gateway.gaps;

import org.jspecify.annotations.NullMarked;
