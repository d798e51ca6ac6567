/** What is asked of a model and what came of it: for conversations and for commands alike. */
@NullMarked
package dev.warren.ai.asking;

import org.jspecify.annotations.NullMarked;
