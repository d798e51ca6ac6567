@NullMarked
package dev.warren.memory.facts;

import org.jspecify.annotations.NullMarked;
