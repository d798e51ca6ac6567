/**
 * Discord's REST interface: requests go out within Discord's rate limits, are tried again where that is safe, and end in a sealed
 * outcome. Nothing here knows Kafka, CDI or Warren's events.
 */
@NullMarked
package dev.warren.gateway.rest;

import org.jspecify.annotations.NullMarked;
