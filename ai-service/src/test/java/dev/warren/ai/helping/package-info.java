/** The small helpers as members meet them, between real Kafka, PostgreSQL and Redis. */
@NullMarked
package dev.warren.ai.helping;

import org.jspecify.annotations.NullMarked;
