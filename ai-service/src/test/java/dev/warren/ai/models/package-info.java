@NullMarked
package dev.warren.ai.models;

import org.jspecify.annotations.NullMarked;
