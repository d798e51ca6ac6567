/**
 * Real Kafka, PostgreSQL and Redis on this machine without installing or configuring anything: durable ones for
 * {@code warren up}, throw-away ones for tests. Every server listens on loopback only, and every process started
 * here is recorded on disk, so that the next run can end what a killed one left behind.
 */
@NullMarked
package dev.warren.local;

import org.jspecify.annotations.NullMarked;
