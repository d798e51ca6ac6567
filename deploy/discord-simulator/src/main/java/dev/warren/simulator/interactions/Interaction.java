package dev.warren.simulator.interactions;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Something that a member did with the bot, and what became of it. Confined to the event loop. */
public final class Interaction {
    private static final double NANOS_PER_MILLI = 1_000_000.0;
    private static final int MAX_EDITS = 200;
    private static final int MODAL_RESPONSE = 9;

    /** Kinds and their numbers at Discord. */
    public enum Kind {
        COMMAND(2),
        COMPONENT(3),
        AUTOCOMPLETE(4),
        MODAL(5);

        private final int number;

        Kind(int number) {
            this.number = number;
        }

        public int number() {
            return number;
        }
    }

    /** How far the bot has come with it. */
    public enum State {
        WAITING,
        DEFERRED,
        ANSWERED
    }

    private final Snowflake id;
    private final String token;
    private final Kind kind;
    private final String name;
    private final User user;
    private final Channel channel;
    private final Optional<Message> source;
    private final Instant created;
    private final long createdNanos;
    private final List<JsonObject> edits = new ArrayList<>();
    private final List<Message> followUps = new ArrayList<>();
    private State state = State.WAITING;
    private Optional<JsonObject> firstResponse = Optional.empty();
    private double delayMillis;
    private Optional<Message> original = Optional.empty();
    private final Promise<Void> responded = Promise.promise();

    Interaction(
            Snowflake id,
            String token,
            Kind kind,
            String name,
            User user,
            Channel channel,
            Optional<Message> source,
            Instant created,
            long createdNanos) {
        this.id = id;
        this.token = token;
        this.kind = kind;
        this.name = name;
        this.user = user;
        this.channel = channel;
        this.source = source;
        this.created = created;
        this.createdNanos = createdNanos;
    }

    public Snowflake id() {
        return id;
    }

    public String token() {
        return token;
    }

    public Kind kind() {
        return kind;
    }

    /** Of the command, or the custom id. */
    public String name() {
        return name;
    }

    public User user() {
        return user;
    }

    public Channel channel() {
        return channel;
    }

    /** The message whose component was used. */
    public Optional<Message> source() {
        return source;
    }

    public Instant created() {
        return created;
    }

    public State state() {
        return state;
    }

    public Optional<JsonObject> firstResponse() {
        return firstResponse;
    }

    public double delayMillis() {
        return delayMillis;
    }

    /** The message that answers, or that was updated instead. */
    public Optional<Message> original() {
        return original;
    }

    /** Notes the first response; times are those of the simulator. */
    public void respond(JsonObject response, State newState, Optional<Message> message, long nowNanos) {
        firstResponse = Optional.of(response);
        state = newState;
        original = message;
        delayMillis = (nowNanos - createdNanos) / NANOS_PER_MILLI;
        responded.tryComplete();
    }

    /** Completes with the first response. */
    public Future<Void> responded() {
        return responded.future();
    }

    /** Notes that the original was edited or a deferral was answered. */
    public void edited(JsonObject fields, long nowNanos) {
        state = State.ANSWERED;
        if (edits.size() < MAX_EDITS) {
            edits.add(new JsonObject()
                    .put("afterMs", (nowNanos - createdNanos) / NANOS_PER_MILLI)
                    .put("data", fields));
        }
    }

    public void followedUp(Message message) {
        if (followUps.size() < MAX_EDITS) {
            followUps.add(message);
        }
    }

    public List<Message> followUps() {
        return followUps;
    }

    /** The choices of an answered completion. */
    public Optional<JsonArray> choices() {
        return firstResponse
                .map(response -> response.getJsonObject("data", new JsonObject()))
                .map(data -> data.getJsonArray("choices"));
    }

    /** The modal that the first response opened. */
    public Optional<JsonObject> modal() {
        return firstResponse
                .filter(response -> response.getInteger("type", 0) == MODAL_RESPONSE)
                .map(response -> response.getJsonObject("data"));
    }

    /** What {@code GET /control/v1/interactions/{id}} gives. */
    public JsonObject json(User viewer) {
        var json = new JsonObject()
                .put("id", id.toString())
                .put("type", kind.number())
                .put("name", name)
                .put("user", user.name())
                .put("channelId", channel.id().toString())
                .put("createdAt", created.toString())
                .put("state", state.name().toLowerCase(Locale.ROOT))
                .put("edits", new JsonArray(edits));
        firstResponse.ifPresent(response -> json.put("response", response).put("delayMs", delayMillis));
        original.ifPresent(message -> json.put("message", message.json(viewer)).put("ephemeral", message.ephemeral()));
        var more = new JsonArray();
        followUps.forEach(message -> more.add(message.json(viewer).put("ephemeral", message.ephemeral())));
        return json.put("followUps", more);
    }
}
