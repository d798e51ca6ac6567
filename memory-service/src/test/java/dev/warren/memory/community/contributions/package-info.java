@NullMarked
package dev.warren.memory.community.contributions;

import org.jspecify.annotations.NullMarked;
