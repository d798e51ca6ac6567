package dev.warren.simulator.gateway;

import java.time.Duration;

/**
 * How the gateway behaves.
 *
 * @param heartbeatInterval told in HELLO; a socket silent for half as much again is closed
 * @param sessionTimeout how long a session without socket can be resumed
 * @param sessionBuffer events kept for each session; one that missed more cannot be resumed
 * @param sendsPerMinute what a client may send; more closes its socket
 * @param maxConcurrency identifies in 5 s; 0 for no limit
 * @param socketBuffer bytes that wait for a slow client; beyond that its socket is closed
 */
public record GatewaySettings(
        Duration heartbeatInterval,
        Duration sessionTimeout,
        int sessionBuffer,
        int sendsPerMinute,
        int maxConcurrency,
        int socketBuffer) {
    public static final GatewaySettings DEFAULT =
            new GatewaySettings(Duration.ofMillis(41_250), Duration.ofMinutes(3), 20_000, 120, 0, 64 * 1024 * 1024);

    public GatewaySettings {
        if (heartbeatInterval.toMillis() < 100) {
            throw new IllegalArgumentException("heartbeatInterval must be at least 100 ms: " + heartbeatInterval);
        }
        if (sessionBuffer < 1) {
            throw new IllegalArgumentException("sessionBuffer must be at least 1: " + sessionBuffer);
        }
    }
}
