/** The settings that every service shares. */
@NullMarked
package dev.warren.runtime.config;

import org.jspecify.annotations.NullMarked;
