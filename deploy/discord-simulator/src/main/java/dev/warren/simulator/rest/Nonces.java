package dev.warren.simulator.rest;

import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.User;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Remembers which message came with which nonce, for a few minutes. Confined to the event loop. */
final class Nonces {
    private static final int BOUND = 100_000;
    private final InstantSource clock;
    private final Duration window;
    private final Map<String, Message> messages = new LinkedHashMap<>();

    Nonces(InstantSource clock, Duration window) {
        this.clock = clock;
        this.window = window;
    }

    /** The message that this author wrote with the nonce, also when it has been deleted since. */
    Optional<Message> find(User author, Object nonce) {
        Iterator<Message> oldest = messages.values().iterator();
        while (oldest.hasNext()
                && oldest.next().id().time().isBefore(clock.instant().minus(window))) {
            oldest.remove();
        }
        return Optional.ofNullable(messages.get(key(author, nonce)));
    }

    void remember(Message message) {
        message.origin().nonce().ifPresent(nonce -> {
            if (messages.size() >= BOUND) {
                messages.remove(messages.keySet().iterator().next());
            }
            String key = key(message.author(), nonce);
            messages.remove(key);
            messages.put(key, message);
        });
    }

    private static String key(User author, Object nonce) {
        return author.id() + "/" + nonce;
    }
}
