package dev.warren.simulator.world;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The newest messages of one channel, at most as many as its bound; the oldest go first. */
public final class MessageLog {
    private final int bound;
    private final NavigableMap<Snowflake, Message> messages = new TreeMap<>();
    private Optional<Snowflake> last = Optional.empty();

    MessageLog(int bound) {
        this.bound = bound;
    }

    /** Adds a message and gives the one that had to go for it. */
    Optional<Message> add(Message message) {
        messages.put(message.id(), message);
        if (!message.ephemeral()
                && last.filter(known -> known.compareTo(message.id()) > 0).isEmpty()) {
            last = Optional.of(message.id());
        }
        if (messages.size() <= bound) {
            return Optional.empty();
        }
        return Optional.of(messages.pollFirstEntry().getValue());
    }

    void remove(Snowflake id) {
        messages.remove(id);
    }

    public Optional<Message> get(Snowflake id) {
        return Optional.ofNullable(messages.get(id));
    }

    /** The id of the newest message that all could see; it stays when that message is deleted, as at Discord. */
    public Optional<Snowflake> lastId() {
        return last;
    }

    public int size() {
        return messages.size();
    }

    /** Up to {@code limit} messages older than the id, newest first. */
    public List<Message> before(Snowflake id, int limit, boolean ephemeralToo) {
        return take(messages.headMap(id, false).descendingMap(), limit, ephemeralToo);
    }

    /** Up to {@code limit} messages newer than the id, oldest of them first. */
    public List<Message> after(Snowflake id, int limit, boolean ephemeralToo) {
        return take(messages.tailMap(id, false), limit, ephemeralToo);
    }

    /** The newest messages, newest first. */
    public List<Message> newest(int limit, boolean ephemeralToo) {
        return take(messages.descendingMap(), limit, ephemeralToo);
    }

    /** Messages on both sides of the id and the one itself, newest first. */
    public List<Message> around(Snowflake id, int limit) {
        List<Message> result = new ArrayList<>(after(id, limit / 2, false));
        Collections.reverse(result);
        Optional.ofNullable(messages.get(id)).filter(it -> !it.ephemeral()).ifPresent(result::add);
        result.addAll(before(id, Math.max(0, limit - result.size()), false));
        return result;
    }

    /** Pinned messages, newest first. */
    public List<Message> pinned() {
        return messages.descendingMap().values().stream()
                .filter(Message::pinned)
                .toList();
    }

    private static List<Message> take(NavigableMap<Snowflake, Message> from, int limit, boolean ephemeralToo) {
        List<Message> result = new ArrayList<>();
        for (Message message : from.values()) {
            if (result.size() >= limit) {
                break;
            }
            if (ephemeralToo || !message.ephemeral()) {
                result.add(message);
            }
        }
        return result;
    }
}
