package dev.warren.leveling.card;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Optional;
import javax.imageio.ImageIO;

/** How long a card takes on one thread, drawn and encoded: median and 95th percentile over the ten hard names, after warming up. */
public final class CardBenchmark {
    private static final int WARM_UP = 10;
    private static final int ROUNDS = 20;

    private CardBenchmark() {}

    public static void main(String... arguments) throws IOException {
        var avatar = new ByteArrayOutputStream();
        ImageIO.write(Faces.avatar(), "png", avatar);
        long begun = System.nanoTime();
        var drawing = new Drawing();
        var first = drawing.png(Faces.Hard.EMOJI.face(), Optional.of(avatar.toByteArray()));
        System.out.printf(
                "fonts and first card: %d ms, %d bytes%n",
                Duration.ofNanos(System.nanoTime() - begun).toMillis(), first.length);
        var times = new ArrayList<Long>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (var hard : Faces.Hard.values()) {
                long before = System.nanoTime();
                drawing.png(hard.face(), Optional.of(avatar.toByteArray()));
                if (round >= 0) {
                    times.add((System.nanoTime() - before) / 1_000);
                }
            }
        }
        Collections.sort(times);
        System.out.printf(
                "a card: median %d µs, 95th percentile %d µs, of %d%n",
                times.get(times.size() / 2), times.get(times.size() * 95 / 100), times.size());
    }
}
