@NullMarked
package dev.warren.ai.router;

import org.jspecify.annotations.NullMarked;
