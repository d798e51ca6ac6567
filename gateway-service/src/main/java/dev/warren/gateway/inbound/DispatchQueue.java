package dev.warren.gateway.inbound;

import dev.warren.gateway.connection.GatewayDispatch;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Events between the socket and the publisher, at most so many. Who puts one in never waits: what finds no place is refused, the less
 * important earlier. Interactions overtake everything; the rest keeps its order, because messages and what is known of guilds belong
 * together.
 */
final class DispatchQueue {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition filled = lock.newCondition();
    private final Queue<GatewayDispatch> commands = new ArrayDeque<>();
    private final Queue<GatewayDispatch> stream = new ArrayDeque<>();
    private final int capacity;
    private boolean closed;

    DispatchQueue(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be at least 1: " + capacity);
        }
        this.capacity = capacity;
    }

    /** Whether it was taken. */
    boolean offer(GatewayDispatch dispatch, Rank rank) {
        lock.lock();
        try {
            int size = commands.size() + stream.size();
            if (closed || size >= capacity * rank.share()) {
                return false;
            }
            (rank == Rank.COMMAND ? commands : stream).add(dispatch);
            if (size == 0) {
                filled.signal();
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Moves events into the list, interactions first; waits while there are none.
     *
     * @param most how many; few, so that an interaction does not wait behind many
     * @return false when the queue is closed and empty
     */
    boolean take(List<GatewayDispatch> into, int most) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (commands.isEmpty() && stream.isEmpty()) {
                if (closed) {
                    return false;
                }
                filled.await();
            }
            while (into.size() < most) {
                var next = commands.isEmpty() ? stream.poll() : commands.poll();
                if (next == null) {
                    break;
                }
                into.add(next);
            }
            return true;
        } finally {
            lock.unlock();
        }
    }

    /** Takes nothing more; what is in it can still be taken out. */
    void close() {
        lock.lock();
        try {
            closed = true;
            filled.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Takes out all interactions. */
    List<GatewayDispatch> takeCommands() {
        lock.lock();
        try {
            var taken = List.copyOf(commands);
            commands.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    /** Whether everything would find a place, also the least important. */
    boolean isCalm() {
        return size() < capacity * Rank.REST.share();
    }

    int size() {
        lock.lock();
        try {
            return commands.size() + stream.size();
        } finally {
            lock.unlock();
        }
    }
}
