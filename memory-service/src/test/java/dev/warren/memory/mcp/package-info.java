@NullMarked
package dev.warren.memory.mcp;

import org.jspecify.annotations.NullMarked;
