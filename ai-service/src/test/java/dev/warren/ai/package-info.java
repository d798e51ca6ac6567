@NullMarked
package dev.warren.ai;

import org.jspecify.annotations.NullMarked;
