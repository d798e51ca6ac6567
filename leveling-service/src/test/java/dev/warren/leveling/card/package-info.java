@NullMarked
package dev.warren.leveling.card;

import org.jspecify.annotations.NullMarked;
