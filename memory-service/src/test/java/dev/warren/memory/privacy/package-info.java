@NullMarked
package dev.warren.memory.privacy;

import org.jspecify.annotations.NullMarked;
