/** What happens at Discord, on its way to the topics: a bounded queue behind each socket, one thread that translates and publishes, and the sequence up to which Kafka has everything. */
@NullMarked
package dev.warren.gateway.inbound;

import org.jspecify.annotations.NullMarked;
