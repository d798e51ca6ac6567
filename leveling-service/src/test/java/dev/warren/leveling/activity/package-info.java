/** Tests of this room. */
@NullMarked
package dev.warren.leveling.activity;

import org.jspecify.annotations.NullMarked;
