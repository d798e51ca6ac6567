/** The embedded default: with no key and no server it answers from persona, tools and retrieval, and says what it is. */
@NullMarked
package dev.warren.ai.offline;

import org.jspecify.annotations.NullMarked;
