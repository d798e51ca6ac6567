/** Tests of earning. */
@NullMarked
package dev.warren.economy.earning;

import org.jspecify.annotations.NullMarked;
