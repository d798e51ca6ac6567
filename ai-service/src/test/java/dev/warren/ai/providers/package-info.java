@NullMarked
package dev.warren.ai.providers;

import org.jspecify.annotations.NullMarked;
