package dev.warren.gateway.outbound.replies;

import dev.warren.gateway.outbound.sending.Kept;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.ReplyEvent.StartTyping;
import dev.warren.schemas.bot.Target;
import dev.warren.schemas.event.Event;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The replies that wait for one channel, in order. Confined to the outbound loop. */
final class ChannelQueue {
    private final Deque<Entry> waiting = new ArrayDeque<>(2);
    private boolean busy;

    /** A reply that waits, the older edits in whose place it came, and who waits for them all. */
    static final class Entry {
        /** Whether it shows that the bot types, or ends that. */
        private final boolean typing;

        /** The message that it edits. */
        private final Optional<Target> edited;

        private final List<Kept<ReplyEvent>> superseded = new ArrayList<>(0);
        private final List<CompletableFuture<Void>> waiters = new ArrayList<>(1);
        private Kept<ReplyEvent> kept;

        Entry(ReplyEvent reply, Kept<ReplyEvent> kept, CompletableFuture<Void> waiter) {
            this.typing = reply instanceof StartTyping || reply instanceof PostMessage;
            this.edited = target(reply);
            this.kept = kept;
            this.waiters.add(waiter);
        }

        /** What is to be done, read anew at each call. */
        Event<ReplyEvent> event() {
            return kept.read().event();
        }

        List<Kept<ReplyEvent>> superseded() {
            return superseded;
        }

        void ended() {
            waiters.forEach(waiter -> waiter.complete(null));
        }

        void failed(Throwable failure) {
            waiters.forEach(waiter -> waiter.completeExceptionally(failure));
        }

        private static Optional<Target> target(ReplyEvent reply) {
            return reply instanceof EditMessage edit ? Optional.of(edit.target()) : Optional.empty();
        }

        private void supersede(Kept<ReplyEvent> newer, CompletableFuture<Void> waiter) {
            superseded.add(kept);
            waiters.add(waiter);
            kept = newer;
        }
    }

    int size() {
        return waiting.size();
    }

    boolean isIdle() {
        return !busy && waiting.isEmpty();
    }

    /** Whether showing that the bot types is of no use: it is shown already, or a message is about to end it. */
    boolean needsNoTyping() {
        return waiting.stream().anyMatch(entry -> entry.typing);
    }

    /** Puts the edit in the place of an older one of the same message, if one waits; the members see the newest text soonest. */
    boolean coalesced(ReplyEvent reply, Kept<ReplyEvent> kept, CompletableFuture<Void> waiter) {
        var target = Entry.target(reply);
        if (target.isEmpty()) {
            return false;
        }
        var older =
                waiting.stream().filter(entry -> entry.edited.equals(target)).findFirst();
        older.ifPresent(entry -> entry.supersede(kept, waiter));
        return older.isPresent();
    }

    void add(ReplyEvent reply, Kept<ReplyEvent> kept, CompletableFuture<Void> waiter) {
        waiting.add(new Entry(reply, kept, waiter));
    }

    /** The next one to do, if none is being done. */
    Optional<Entry> begin() {
        if (busy || waiting.isEmpty()) {
            return Optional.empty();
        }
        busy = true;
        return Optional.of(waiting.remove());
    }

    void end() {
        busy = false;
    }
}
