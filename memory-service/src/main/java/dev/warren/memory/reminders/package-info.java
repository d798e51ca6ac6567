/**
 * Reminders. A row waits with a timer; when that is due, a record without content is published, and the service that consumes it posts the
 * reminder and sets the next time. The row ends with the receipt of the post.
 */
@NullMarked
package dev.warren.memory.reminders;

import org.jspecify.annotations.NullMarked;
