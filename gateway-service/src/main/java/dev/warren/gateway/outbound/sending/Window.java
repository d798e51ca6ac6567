package dev.warren.gateway.outbound.sending;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Queue;

/** A bounded number of places; who finds none waits in order. Confined to one thread. */
public final class Window {
    private final int places;
    private final Queue<UniEmitter<? super Void>> waiting = new ArrayDeque<>();
    private int taken;

    public Window(int places) {
        this.places = places;
    }

    /** Completes when a place is taken. */
    public Uni<Void> enter() {
        return Uni.createFrom().emitter(emitter -> {
            if (taken < places) {
                taken++;
                emitter.complete(null);
            } else {
                waiting.add(emitter);
            }
        });
    }

    /** Gives a place back. */
    public void leave() {
        var next = waiting.poll();
        if (next == null) {
            taken--;
        } else {
            next.complete(null);
        }
    }

    public int taken() {
        return taken;
    }
}
