@NullMarked
package dev.warren.memory.community;

import org.jspecify.annotations.NullMarked;
