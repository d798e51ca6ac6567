/** The way in for clients that insist on discord.com: a proxy, a certificate and its truststore. */
@NullMarked
package dev.warren.simulator.net;

import org.jspecify.annotations.NullMarked;
