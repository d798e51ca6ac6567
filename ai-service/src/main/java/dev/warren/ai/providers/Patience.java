package dev.warren.ai.providers;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Closes streams that say nothing for too long, or go on for too long in all: reading them then ends. One thread watches all. */
final class Patience implements AutoCloseable {
    private static final int LOOKS = 4;

    private final ScheduledThreadPoolExecutor watching;
    private final Duration silence;
    private final Duration longest;

    Patience(Duration silence, Duration longest) {
        this.silence = silence;
        this.longest = longest;
        this.watching = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("streams").daemon().factory());
        watching.setRemoveOnCancelPolicy(true);
    }

    Watched watch(InputStream stream) {
        return new Watched(stream);
    }

    @Override
    public void close() {
        watching.shutdownNow();
    }

    /** A stream that is closed when its time is over. */
    final class Watched extends FilterInputStream {
        private final long began = System.nanoTime();
        private final Future<?> look;
        private volatile long heard = began;
        private volatile boolean givenUp;

        private Watched(InputStream stream) {
            super(stream);
            long every = Math.max(1, silence.toMillis() / LOOKS);
            this.look = watching.scheduleWithFixedDelay(this::look, every, every, TimeUnit.MILLISECONDS);
        }

        /** Whether it was closed because its time was over. */
        boolean isGivenUp() {
            return givenUp;
        }

        private void look() {
            long now = System.nanoTime();
            if (now - heard > silence.toNanos() || now - began > longest.toNanos()) {
                givenUp = true;
                try {
                    in.close();
                } catch (IOException e) {
                    // it is broken already, which is all the same
                    look.cancel(false);
                }
            }
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            heard = System.nanoTime();
            return one;
        }

        @Override
        public int read(byte[] bytes, int from, int most) throws IOException {
            int some = super.read(bytes, from, most);
            heard = System.nanoTime();
            return some;
        }

        @Override
        public void close() throws IOException {
            look.cancel(false);
            super.close();
        }
    }
}
