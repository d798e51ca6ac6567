@NullMarked
package dev.warren.cli.seed;

import org.jspecify.annotations.NullMarked;
