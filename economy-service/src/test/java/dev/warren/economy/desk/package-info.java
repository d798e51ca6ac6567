/** Tests of desk. */
@NullMarked
package dev.warren.economy.desk;

import org.jspecify.annotations.NullMarked;
