/** The bench {@code pipeline}: from Discord through gateway, Kafka and leveling and back, and what that costs. */
@NullMarked
package dev.warren.benchmarks.pipeline;

import org.jspecify.annotations.NullMarked;
