/** Which candidate answers, and what happens when it fails. */
@NullMarked
package dev.warren.ai.router;

import org.jspecify.annotations.NullMarked;
