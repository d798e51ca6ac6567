/** A local Discord that real client libraries accept: one port with the control API, REST, gateway socket, CDN and proxy. */
@NullMarked
package dev.warren.simulator;

import org.jspecify.annotations.NullMarked;
