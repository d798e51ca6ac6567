/** The connections to Discord: when they begin, what their states mean for readiness, and how they end. */
@NullMarked
package dev.warren.gateway.shards;

import org.jspecify.annotations.NullMarked;
