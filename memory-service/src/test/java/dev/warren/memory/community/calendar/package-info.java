@NullMarked
package dev.warren.memory.community.calendar;

import org.jspecify.annotations.NullMarked;
