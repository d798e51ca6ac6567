package dev.warren.simulator.live;

import dev.warren.simulator.interactions.Interaction;
import dev.warren.simulator.interactions.Interactions;
import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Dispatches;
import dev.warren.simulator.world.Event;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import dev.warren.simulator.world.World;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.ServerWebSocket;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Brings to each browser what its user sees of the events, in frames. Confined to the event loop. */
public final class Live implements Dispatches {
    /** Where the socket is. */
    public static final String PATH = "/control/v1/live";

    private static final short TRY_LATER = 1013;
    private static final short BAD_DATA = 1007;
    private final Vertx vertx;
    private final World world;
    private final Interactions interactions;
    private final Views views;
    private final LiveSettings settings;
    private final String epoch;
    private final History history;
    private final Set<Watcher> watchers = new LinkedHashSet<>();

    /**
     * Live updates of a world.
     *
     * @param epoch names this start; sequence numbers of another are of no use
     */
    public Live(Vertx vertx, World world, Interactions interactions, Views views, LiveSettings settings, String epoch) {
        this.vertx = vertx;
        this.world = world;
        this.interactions = interactions;
        this.views = views;
        this.settings = settings;
        this.epoch = epoch;
        history = new History(settings.history());
    }

    /** Where the events stand now: the start that numbers them, and the newest number. */
    public JsonObject position() {
        return new JsonObject().put("epoch", epoch).put("sequence", history.sequence());
    }

    @Override
    public void dispatch(Event event) {
        history.add(event);
        watchers.forEach(watcher -> tell(watcher, event));
    }

    /** Takes a browser. Its query names {@code as}, and to catch up {@code channel}, {@code epoch} and {@code after}. */
    public void accept(ServerWebSocket socket) {
        if (watchers.size() >= settings.clients()) {
            socket.close(TRY_LATER, "too many browsers");
            return;
        }
        var query = query(socket);
        Optional<User> user =
                Optional.ofNullable(query.get("as")).flatMap(Snowflake::parse).flatMap(world::findUser);
        if (user.isEmpty()) {
            // after a restart the ids of before are unknown: the browser begins anew
            socket.writeTextMessage(
                    position().put("type", "hello").put("resumed", false).encode());
            socket.close(BAD_DATA, "as must be the id of a user");
            return;
        }
        var watcher = new Watcher(vertx, socket, settings, history, user.get());
        watcher.watch(user.get(), channel(user.get(), query.get("channel")));
        watchers.add(watcher);
        socket.closeHandler(any -> watchers.remove(watcher));
        socket.exceptionHandler(any -> socket.close());
        socket.textMessageHandler(text -> received(watcher, socket, text));
        Optional<List<Event>> missed = epoch.equals(query.get("epoch"))
                ? Snowflake.parse(String.valueOf(query.get("after"))).flatMap(number -> history.after(number.value()))
                : Optional.empty();
        watcher.greet(position().put("type", "hello").put("resumed", missed.isPresent()));
        missed.ifPresent(events -> events.forEach(event -> tell(watcher, event)));
    }

    private static MultiMap query(ServerWebSocket socket) {
        MultiMap query = MultiMap.caseInsensitiveMultiMap();
        for (String pair : Optional.ofNullable(socket.query()).orElse("").split("&", 16)) {
            String[] parts = pair.split("=", 2);
            query.add(parts[0], parts.length > 1 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
        }
        return query;
    }

    private Optional<Channel> channel(User user, String id) {
        return Optional.ofNullable(id)
                .flatMap(Snowflake::parse)
                .flatMap(world::findChannel)
                .filter(channel -> views.sight().sees(user, channel));
    }

    private void received(Watcher watcher, ServerWebSocket socket, String text) {
        try {
            var wish = new JsonObject(text);
            User user = Snowflake.parse(wish.getString("as", ""))
                    .flatMap(world::findUser)
                    .orElse(watcher.user());
            watcher.watch(user, channel(user, wish.getString("channel")));
        } catch (DecodeException | ClassCastException malformed) {
            socket.close(BAD_DATA, "a JSON object is wanted");
        }
    }

    private void tell(Watcher watcher, Event event) {
        switch (event.type()) {
            case "MESSAGE_CREATE" -> message(event, "id").ifPresent(message -> written(watcher, message));
            case "MESSAGE_UPDATE" -> message(event, "id").ifPresent(message -> changed(watcher, message));
            case "MESSAGE_REACTION_ADD",
                    "MESSAGE_REACTION_REMOVE",
                    "MESSAGE_REACTION_REMOVE_ALL",
                    "MESSAGE_REACTION_REMOVE_EMOJI" ->
                message(event, "message_id").ifPresent(message -> changed(watcher, message));
            case "MESSAGE_DELETE" ->
                gone(watcher, event, new JsonArray().add(event.data().getString("id")));
            case "MESSAGE_DELETE_BULK" -> gone(watcher, event, event.data().getJsonArray("ids"));
            case "TYPING_START" -> typing(watcher, event);
            case "INTERACTION_CREATE" ->
                id(event, "id").flatMap(interactions::find).ifPresent(it -> follow(watcher, it));
            case "CHANNEL_PINS_UPDATE", "VOICE_STATE_UPDATE" -> {}
            default -> event.guild().map(Guild::id).ifPresent(watcher::changed);
        }
    }

    private static Optional<Snowflake> id(Event event, String field) {
        return Snowflake.parse(event.data().getString(field, ""));
    }

    private Optional<Message> message(Event event, String field) {
        return id(event, field).flatMap(world::findMessage);
    }

    private static boolean shows(Watcher watcher, Channel channel) {
        return watcher.channel().filter(channel::equals).isPresent();
    }

    private void written(Watcher watcher, Message message) {
        if (!views.sight().sees(watcher.user(), message)) {
            return;
        }
        if (shows(watcher, message.channel())) {
            watcher.tell(
                    new JsonObject().put("type", "message").put("message", views.message(message, watcher.user())));
        } else {
            watcher.unread(message.channel());
        }
    }

    private void changed(Watcher watcher, Message message) {
        if (shows(watcher, message.channel()) && views.sight().sees(watcher.user(), message)) {
            watcher.tell(
                    new JsonObject().put("type", "changed").put("message", views.message(message, watcher.user())));
        }
    }

    private static void gone(Watcher watcher, Event event, JsonArray ids) {
        boolean here = watcher.channel()
                .filter(channel -> channel.id().toString().equals(event.data().getString("channel_id")))
                .isPresent();
        if (here) {
            watcher.tell(new JsonObject().put("type", "gone").put("ids", ids));
        }
    }

    private void typing(Watcher watcher, Event event) {
        id(event, "channel_id")
                .flatMap(world::findChannel)
                .filter(channel -> shows(watcher, channel))
                .flatMap(channel -> id(event, "user_id").flatMap(world::findUser))
                .filter(user -> !user.equals(watcher.user()))
                .ifPresent(user -> watcher.tell(new JsonObject()
                        .put("type", "typing")
                        .put("userId", user.id().toString())
                        .put("name", user.name())));
    }

    /** Tells the member who used something what came of it: a modal, an answer, or none in time. */
    private void follow(Watcher watcher, Interaction interaction) {
        if (interaction.kind() == Interaction.Kind.AUTOCOMPLETE
                || !interaction.user().equals(watcher.user())) {
            return;
        }
        long timer = vertx.setTimer(
                Interactions.FIRST_RESPONSE.toMillis(), any -> watcher.tell(state(interaction, "unanswered")));
        interaction.responded().onSuccess(any -> {
            vertx.cancelTimer(timer);
            JsonObject told = state(interaction, "answered");
            interaction.modal().ifPresent(modal -> told.put("state", "modal").put("modal", modal));
            watcher.tell(told);
        });
    }

    private static JsonObject state(Interaction interaction, String state) {
        return new JsonObject()
                .put("type", "interaction")
                .put("id", interaction.id().toString())
                .put("state", state);
    }
}
