/** The gateway socket: sessions, intents, shards, heartbeats, resumption and payload compression. */
@NullMarked
package dev.warren.simulator.gateway;

import org.jspecify.annotations.NullMarked;
