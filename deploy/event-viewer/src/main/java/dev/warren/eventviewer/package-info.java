/** Shows the way of an event through topics and services, from what they left in Kafka and in traces. */
@NullMarked
package dev.warren.eventviewer;

import org.jspecify.annotations.NullMarked;
