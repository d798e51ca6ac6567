/** Tests of shops by themselves. */
@NullMarked
package dev.warren.economy.shop;

import org.jspecify.annotations.NullMarked;
