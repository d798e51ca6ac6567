package dev.warren.simulator.gateway;

import dev.warren.simulator.world.Event;
import dev.warren.simulator.world.Intent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** What Discord remembers of one identified client, with or without a socket. Confined to the event loop. */
final class Session {
    private final String id;
    private final long intents;
    private final int shard;
    private final int shards;
    private final int bound;
    private final Deque<Sent> buffer = new ArrayDeque<>();
    private long sequence;
    private Optional<Connection> connection;

    /** A dispatch that was sent or is owed. */
    private record Sent(long sequence, String type, String data) {
        String payload() {
            return payload(type, sequence, data);
        }

        static String payload(String type, long sequence, String data) {
            return "{\"t\":\"" + type + "\",\"s\":" + sequence + ",\"op\":0,\"d\":" + data + "}";
        }
    }

    Session(String id, long intents, int shard, int shards, int bound, Connection connection) {
        this.id = id;
        this.intents = intents;
        this.shard = shard;
        this.shards = shards;
        this.bound = bound;
        this.connection = Optional.of(connection);
    }

    String id() {
        return id;
    }

    int shard() {
        return shard;
    }

    int shards() {
        return shards;
    }

    long sequence() {
        return sequence;
    }

    boolean wants(Intent intent) {
        return intent.in(intents);
    }

    /** Whether an event is for this session: its shard and its intents. Direct messages go to shard 0. */
    boolean wants(Event event) {
        if (event.intents() != 0 && (event.intents() & intents) == 0) {
            return false;
        }
        return event.guild().map(guild -> guild.shard(shards)).orElse(0) == shard;
    }

    Optional<Connection> connection() {
        return connection;
    }

    void attach(Connection newConnection) {
        connection = Optional.of(newConnection);
    }

    /** Forgets the socket if it is still this session's; false when another has taken over. */
    boolean detach(Connection gone) {
        if (connection.filter(gone::equals).isEmpty()) {
            return false;
        }
        connection = Optional.empty();
        return true;
    }

    /** Sends a dispatch, or keeps it for the resumption. */
    void dispatch(String type, String data) {
        var sent = new Sent(++sequence, type, data);
        buffer.addLast(sent);
        if (buffer.size() > bound) {
            buffer.removeFirst();
        }
        connection.ifPresent(socket -> socket.send(sent.payload()));
    }

    /** Whether all that came after a sequence is still there. */
    boolean canReplayAfter(long seen) {
        return seen <= sequence && (seen == sequence || buffer.peekFirst().sequence() <= seen + 1);
    }

    /** Sends again what came after a sequence, in order, then RESUMED; gives how many. */
    int replayAfter(long seen) {
        int count = 0;
        Connection socket = connection.orElseThrow();
        for (Sent sent : buffer) {
            if (sent.sequence() > seen) {
                socket.send(sent.payload());
                count++;
            }
        }
        socket.send(Sent.payload("RESUMED", sequence, "{\"_trace\":[\"local\"]}"));
        return count;
    }
}
