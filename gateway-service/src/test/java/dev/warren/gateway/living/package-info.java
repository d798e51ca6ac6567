/** The gateway as it lives: on real Kafka, PostgreSQL and Redis, with a local Discord. */
@NullMarked
package dev.warren.gateway.living;

import org.jspecify.annotations.NullMarked;
