/**
 * Times as people write them, in English and German. {@link dev.warren.memory.reminders.phrases.Phrase} knows the words alone,
 * {@link dev.warren.memory.reminders.phrases.Resolver} the calendar, {@link dev.warren.memory.reminders.phrases.Recurrence} RFC 5545.
 */
@NullMarked
package dev.warren.memory.reminders.phrases;

import org.jspecify.annotations.NullMarked;
