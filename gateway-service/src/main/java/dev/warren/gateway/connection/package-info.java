/**
 * The socket to Discord behind a port: events come in, frames go out, states are told. Nothing of the library that holds the socket
 * leaves this package, and nothing here knows Kafka, CDI or Warren's events.
 */
@NullMarked
package dev.warren.gateway.connection;

import org.jspecify.annotations.NullMarked;
