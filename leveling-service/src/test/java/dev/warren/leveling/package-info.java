/** Tests of the whole service: facts and commands in, rows and answers out. */
@NullMarked
package dev.warren.leveling;

import org.jspecify.annotations.NullMarked;
