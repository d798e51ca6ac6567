@NullMarked
package dev.warren.memory.community.keeping;

import org.jspecify.annotations.NullMarked;
