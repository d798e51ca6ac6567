@NullMarked
package dev.warren.ai.conversation;

import org.jspecify.annotations.NullMarked;
