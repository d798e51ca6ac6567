/** What a guild has before it: made, joined, called to mind in time, and exchanged as iCalendar files. */
@NullMarked
package dev.warren.memory.community.calendar;

import org.jspecify.annotations.NullMarked;
