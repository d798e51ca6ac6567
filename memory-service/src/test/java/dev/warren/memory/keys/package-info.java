@NullMarked
package dev.warren.memory.keys;

import org.jspecify.annotations.NullMarked;
