package dev.warren.simulator.live;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** One browser: who it speaks as, which channel it shows, and what waits to be sent to it. Confined to the event loop. */
final class Watcher {
    private final Vertx vertx;
    private final ServerWebSocket socket;
    private final LiveSettings settings;
    private final History history;
    private User user;
    private Optional<Channel> channel = Optional.empty();
    private JsonArray waiting = new JsonArray();
    private final Set<Snowflake> unread = new LinkedHashSet<>();
    private final Set<Snowflake> changedGuilds = new LinkedHashSet<>();
    private boolean flushPlanned;
    private boolean lost;
    private long lastFlushNanos;

    Watcher(Vertx vertx, ServerWebSocket socket, LiveSettings settings, History history, User user) {
        this.vertx = vertx;
        this.socket = socket;
        this.settings = settings;
        this.history = history;
        this.user = user;
        lastFlushNanos = System.nanoTime() - settings.frame().toNanos();
        socket.setWriteQueueMaxSize(settings.socketBytes());
        socket.drainHandler(any -> plan());
    }

    User user() {
        return user;
    }

    Optional<Channel> channel() {
        return channel;
    }

    void watch(User newUser, Optional<Channel> newChannel) {
        user = newUser;
        channel = newChannel;
    }

    /** Says at once where the events stand. */
    void greet(JsonObject hello) {
        socket.writeTextMessage(hello.encode());
    }

    void tell(JsonObject event) {
        if (waiting.size() >= settings.queue()) {
            // the browser reads everything anew, so nothing that waits is of use any more
            waiting = new JsonArray();
            lost = true;
        }
        if (!lost) {
            waiting.add(event);
        }
        plan();
    }

    /** Says that something was written in a channel that is not shown; once for any number of messages. */
    void unread(Channel other) {
        unread.add(other.id());
        plan();
    }

    /** Says that channels, roles or members of a guild have changed; once for any number of changes. */
    void changed(Snowflake guild) {
        changedGuilds.add(guild);
        plan();
    }

    private void plan() {
        if (flushPlanned || socket.isClosed()) {
            return;
        }
        flushPlanned = true;
        long passed = (System.nanoTime() - lastFlushNanos) / 1_000_000;
        vertx.setTimer(Math.max(1, settings.frame().toMillis() - passed), any -> flush());
    }

    private void flush() {
        flushPlanned = false;
        if (socket.isClosed() || socket.writeQueueFull()) {
            // a slow one goes on when it has drained; until then its queue fills up to its bound
            return;
        }
        lastFlushNanos = System.nanoTime();
        if (lost) {
            waiting.add(new JsonObject().put("type", "lost"));
        }
        unread.forEach(id -> waiting.add(new JsonObject().put("type", "unread").put("channelId", id.toString())));
        changedGuilds.forEach(
                id -> waiting.add(new JsonObject().put("type", "guild").put("guildId", id.toString())));
        var frame = new JsonObject().put("sequence", history.sequence()).put("events", waiting);
        waiting = new JsonArray();
        unread.clear();
        changedGuilds.clear();
        lost = false;
        socket.writeTextMessage(frame.encode());
    }
}
