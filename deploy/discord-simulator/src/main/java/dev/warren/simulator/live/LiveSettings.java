package dev.warren.simulator.live;

import java.time.Duration;

/**
 * Bounds of live updates.
 *
 * @param clients browsers at once
 * @param queue events that wait for one browser; when there are more, it is told to read anew
 * @param history events that a browser can catch up with after it was away
 * @param frame time between two frames to one browser
 * @param socketBytes that may wait in a socket before it counts as slow
 */
public record LiveSettings(int clients, int queue, int history, Duration frame, int socketBytes) {
    public static final LiveSettings DEFAULT = new LiveSettings(50, 2_000, 2_000, Duration.ofMillis(100), 1024 * 1024);

    public LiveSettings {
        positive("clients", clients);
        positive("queue", queue);
        positive("history", history);
        positive("frame", frame.toMillis());
        positive("socketBytes", socketBytes);
    }

    private static void positive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1: " + value);
        }
    }
}
