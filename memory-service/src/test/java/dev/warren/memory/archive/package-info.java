@NullMarked
package dev.warren.memory.archive;

import org.jspecify.annotations.NullMarked;
