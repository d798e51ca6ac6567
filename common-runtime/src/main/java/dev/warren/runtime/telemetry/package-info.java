/** Traces that go on from record to record, and the metrics of consuming. */
@NullMarked
package dev.warren.runtime.telemetry;

import org.jspecify.annotations.NullMarked;
