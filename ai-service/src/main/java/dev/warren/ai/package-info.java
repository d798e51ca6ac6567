/** Conversation: what members ask is answered, in character, by a provider or by the embedded default. */
@NullMarked
package dev.warren.ai;

import org.jspecify.annotations.NullMarked;
