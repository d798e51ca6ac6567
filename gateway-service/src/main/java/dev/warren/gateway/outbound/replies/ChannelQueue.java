package dev.warren.gateway.outbound.replies;

import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.EditMessage;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.bot.ReplyEvent.StartTyping;
import dev.warren.schemas.event.Event;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** The replies that wait for one channel, in order. Confined to the outbound loop. */
final class ChannelQueue {
    private final Deque<Entry> waiting = new ArrayDeque<>(2);
    private boolean busy;

    /** A reply that waits, the older edits in whose place it came, and who waits for them all. */
    static final class Entry {
        private final List<Event<ReplyEvent>> superseded = new ArrayList<>(0);
        private final List<UniEmitter<? super Void>> emitters = new ArrayList<>(1);
        private Event<ReplyEvent> event;

        Entry(Event<ReplyEvent> event, UniEmitter<? super Void> emitter) {
            this.event = event;
            this.emitters.add(emitter);
        }

        Event<ReplyEvent> event() {
            return event;
        }

        List<Event<ReplyEvent>> superseded() {
            return superseded;
        }

        void ended() {
            emitters.forEach(emitter -> emitter.complete(null));
        }

        void failed(Throwable failure) {
            emitters.forEach(emitter -> emitter.fail(failure));
        }

        private void supersede(Event<ReplyEvent> newer, UniEmitter<? super Void> emitter) {
            superseded.add(event);
            event = newer;
            emitters.add(emitter);
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
        return waiting.stream()
                .map(entry -> entry.event().payload())
                .anyMatch(reply -> reply instanceof StartTyping || reply instanceof PostMessage);
    }

    /** Puts the edit in the place of an older one of the same message, if one waits; the members see the newest text soonest. */
    boolean coalesced(Event<ReplyEvent> event, UniEmitter<? super Void> emitter) {
        if (!(event.payload() instanceof EditMessage edit)) {
            return false;
        }
        Optional<Entry> older = waiting.stream()
                .filter(entry -> entry.event().payload() instanceof EditMessage before
                        && before.target().equals(edit.target()))
                .findFirst();
        older.ifPresent(entry -> entry.supersede(event, emitter));
        return older.isPresent();
    }

    void add(Event<ReplyEvent> event, UniEmitter<? super Void> emitter) {
        waiting.add(new Entry(event, emitter));
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
