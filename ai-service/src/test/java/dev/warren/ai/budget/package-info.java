@NullMarked
package dev.warren.ai.budget;

import org.jspecify.annotations.NullMarked;
