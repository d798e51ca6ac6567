package dev.warren.simulator.world;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A message as it stands now. Confined to the simulator's event loop. */
public final class Message {
    /** Flag of a message that one member alone sees. */
    public static final int EPHEMERAL = 1 << 6;
    /** Flag of a deferred answer that has not come yet. */
    public static final int LOADING = 1 << 7;
    /** Flag of a message made of components version 2. */
    public static final int COMPONENTS_V2 = 1 << 15;
    /** What links lead to is not shown. */
    public static final int SUPPRESS_EMBEDS = 1 << 2;

    /** Flags that a bot may set when it creates or edits a message: suppress embeds, ephemeral, silent, components. */
    public static final int SETTABLE = SUPPRESS_EMBEDS | EPHEMERAL | 1 << 12 | COMPONENTS_V2;

    private final Snowflake id;
    private final Channel channel;
    private final User author;
    private final Origin origin;
    private final JsonObject body;
    private final Map<String, Set<Snowflake>> reactions = new LinkedHashMap<>();

    /**
     * Where a message came from besides its author.
     *
     * @param nonce what the author sent as nonce
     * @param webhook through which it came, of a webhook or an interaction
     * @param interaction that it answers
     * @param ephemeralFor the one user who sees it
     */
    public record Origin(
            Optional<Object> nonce,
            Optional<Snowflake> webhook,
            Optional<Snowflake> interaction,
            Optional<User> ephemeralFor) {
        /** An ordinary message. */
        public static final Origin PLAIN =
                new Origin(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    Message(Snowflake id, Channel channel, User author, Origin origin, JsonObject body) {
        this.id = id;
        this.channel = channel;
        this.author = author;
        this.origin = origin;
        this.body = body;
    }

    public Snowflake id() {
        return id;
    }

    public Channel channel() {
        return channel;
    }

    public User author() {
        return author;
    }

    public Origin origin() {
        return origin;
    }

    public boolean ephemeral() {
        return origin.ephemeralFor().isPresent();
    }

    public boolean pinned() {
        return body.getBoolean("pinned", false);
    }

    public String content() {
        return body.getString("content", "");
    }

    public int flags() {
        return body.getInteger("flags", 0);
    }

    /** Fields as Discord names them. Not to be changed outside this package. */
    JsonObject body() {
        return body;
    }

    public JsonArray components() {
        return body.getJsonArray("components");
    }

    public boolean mentions(User user) {
        String wanted = user.id().toString();
        for (Object mention : body.getJsonArray("mentions")) {
            if (mention instanceof JsonObject json && wanted.equals(json.getString("id"))) {
                return true;
            }
        }
        return false;
    }

    /** Who reacted with what: emoji as in the path ({@code 👍} or {@code name:id}) to user ids. */
    Map<String, Set<Snowflake>> reactions() {
        return reactions;
    }

    public Set<Snowflake> reacted(String emoji) {
        return reactions.getOrDefault(emoji, Set.of());
    }

    void react(String emoji, User user) {
        reactions.computeIfAbsent(emoji, any -> new LinkedHashSet<>()).add(user.id());
    }

    void unreact(String emoji, User user) {
        reactions.computeIfPresent(emoji, (any, users) -> {
            users.remove(user.id());
            return users.isEmpty() ? null : users;
        });
    }

    /** The message object as REST gives it: without guild, member and nonce. */
    public JsonObject json(User viewer) {
        var json = new JsonObject(new LinkedHashMap<>(body.getMap()));
        if (!reactions.isEmpty()) {
            json.put("reactions", reactionCounts(viewer));
        }
        return json;
    }

    private JsonArray reactionCounts(User viewer) {
        var list = new JsonArray();
        reactions.forEach((emoji, users) -> list.add(new JsonObject()
                .put("emoji", Emoji.json(emoji))
                .put("count", users.size())
                .put("count_details", new JsonObject().put("burst", 0).put("normal", users.size()))
                .put("burst_colors", new JsonArray())
                .put("me_burst", false)
                .put("burst_me", false)
                .put("burst_count", 0)
                .put("me", users.contains(viewer.id()))));
        return list;
    }
}
