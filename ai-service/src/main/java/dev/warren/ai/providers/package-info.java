/** The services that run models: their protocols, keys, failures and health. */
@NullMarked
package dev.warren.ai.providers;

import org.jspecify.annotations.NullMarked;
