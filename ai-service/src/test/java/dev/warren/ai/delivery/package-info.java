@NullMarked
package dev.warren.ai.delivery;

import org.jspecify.annotations.NullMarked;
