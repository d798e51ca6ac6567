@NullMarked
package dev.warren.economy.taxation;

import org.jspecify.annotations.NullMarked;
