package dev.warren.ai.providers;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.IntConsumer;

/** So many at once, and so many in line for it, first come first served; everybody knows their place. */
public final class Line {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final Deque<Object> waiting = new ArrayDeque<>();
    private final int longest;
    private int free;

    /**
     * @param served at once, at least 1
     * @param longest how many may wait
     */
    public Line(int served, int longest) {
        if (served < 1) {
            throw new IllegalArgumentException("served must be at least 1: " + served);
        }
        this.free = served;
        this.longest = longest;
    }

    /**
     * Waits for its turn; who is served must {@link #leave}.
     *
     * @param place told when it changes, from 1
     * @return false when the line is full, or when the patience is over
     */
    public boolean enter(Duration patience, IntConsumer place) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            if (free > 0 && waiting.isEmpty()) {
                free--;
                return true;
            }
            if (waiting.size() >= longest) {
                return false;
            }
            return await(patience, place);
        } finally {
            lock.unlock();
        }
    }

    private boolean await(Duration patience, IntConsumer place) throws InterruptedException {
        var me = new Object();
        waiting.addLast(me);
        long left = patience.toNanos();
        int told = 0;
        try {
            while (free == 0 || waiting.peekFirst() != me) {
                int now = placeOf(me);
                if (now != told) {
                    told = now;
                    place.accept(now);
                }
                if (left <= 0) {
                    return false;
                }
                left = moved.awaitNanos(left);
            }
            free--;
            return true;
        } finally {
            waiting.remove(me);
            moved.signalAll();
        }
    }

    private int placeOf(Object me) {
        int place = 1;
        for (var other : waiting) {
            if (other == me) {
                return place;
            }
            place++;
        }
        throw new IllegalStateException("who waits must be in line");
    }

    /** Makes room for the next one. */
    public void leave() {
        lock.lock();
        try {
            free++;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** How many wait. */
    public int length() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }
}
