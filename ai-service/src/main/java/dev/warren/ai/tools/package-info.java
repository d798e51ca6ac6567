/** What a model may use, in the name of whoever asks. */
@NullMarked
package dev.warren.ai.tools;

import org.jspecify.annotations.NullMarked;
