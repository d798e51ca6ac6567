/**
 * Scenarios in which the gateway is killed, cut off and overloaded. Each tells what became of every message and reply; the end-to-end
 * suite demands it of short ones, the bench makes figures of whole ones.
 */
@NullMarked
package dev.warren.benchmarks.faults;

import org.jspecify.annotations.NullMarked;
