@NullMarked
package dev.warren.memory.community.suggestions;

import org.jspecify.annotations.NullMarked;
