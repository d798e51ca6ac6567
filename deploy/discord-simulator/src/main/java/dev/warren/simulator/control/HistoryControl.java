package dev.warren.simulator.control;

import dev.warren.simulator.world.Channel;
import dev.warren.simulator.world.Guild;
import dev.warren.simulator.world.Message;
import dev.warren.simulator.world.Past;
import dev.warren.simulator.world.Snowflake;
import dev.warren.simulator.world.User;
import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/** Gives a guild a past: members and messages of earlier times, of which the gateway is told nothing. */
final class HistoryControl {
    private static final int MAX_NAME = 100;
    private static final int MAX_USER = 80;
    private static final int MAX_CONTENT = 4000;
    private static final int MAX_EMOJI = 100;
    private static final int MAX_TIME = 40;
    private static final int MAX_MEMBERS = 10_000;
    private static final int MAX_MESSAGES = 1_000;
    private final Places places;
    private final Past past;

    HistoryControl(Places places, Past past) {
        this.places = places;
        this.past = past;
    }

    void addTo(ControlApi api) {
        api.post("/history", this::write);
    }

    private Reply write(Input input) {
        String name = input.text("guild", MAX_NAME);
        Guild guild = places.world().findGuild(name).orElseThrow(() -> BadInput.notFound("there is no guild " + name));
        atMost(input, "members", MAX_MEMBERS);
        atMost(input, "messages", MAX_MESSAGES);
        int members = 0;
        for (Input each : input.objects("members")) {
            User user = user(each);
            members += past.member(guild, user, earlier(each, "joinedAt")) ? 1 : 0;
        }
        int messages = 0;
        for (Input each : input.objects("messages")) {
            messages += message(guild, each) ? 1 : 0;
        }
        return Reply.created(new JsonObject().put("members", members).put("messages", messages));
    }

    private static void atMost(Input input, String field, int most) {
        int size = input.list(field).size();
        if (size > most) {
            throw BadInput.field(field, "a list of at most " + most, size);
        }
    }

    private User user(Input input) {
        String name = input.text("user", MAX_USER);
        User user = places.world().user(input.id("id"), name);
        if (!user.id().equals(input.id("id"))) {
            throw BadInput.with(
                    409,
                    new JsonObject()
                            .put("message", "somebody else is called " + name)
                            .put("id", user.id().toString()));
        }
        return user;
    }

    private Instant earlier(Input input, String field) {
        String text = input.text(field, MAX_TIME);
        try {
            return notLater(field, Instant.parse(text), text);
        } catch (DateTimeException malformed) {
            throw BadInput.field(field, "a time as 2026-01-02T03:04:05Z", text);
        }
    }

    private Instant notLater(String field, Instant time, String text) {
        if (time.isAfter(places.world().now())) {
            throw BadInput.field(field, "of the past", text);
        }
        return time;
    }

    private boolean message(Guild guild, Input input) {
        Snowflake id = input.id("id");
        notLater("id", id.time(), id.toString());
        if (places.world().findMessage(id).isPresent()) {
            return false;
        }
        Channel channel = channel(guild, input.text("channel", MAX_NAME));
        User author = known("author", input.text("author", MAX_USER));
        Optional<Message> replyTo = input.optionalId("replyTo").flatMap(places.world()::findMessage);
        Message message = past.message(id, Past.text(channel, author, input.text("content", MAX_CONTENT), replyTo));
        for (Input reaction : input.objects("reactions")) {
            past.react(message, known("user", reaction.text("user", MAX_USER)), reaction.text("emoji", MAX_EMOJI));
        }
        return true;
    }

    private Channel channel(Guild guild, String name) {
        return places.find(guild, name)
                .filter(found -> found.type().text())
                .orElseThrow(() -> BadInput.field("channel", "one of the guild's channels with messages", name));
    }

    private User known(String field, String idOrName) {
        return places.world()
                .findUser(idOrName)
                .orElseThrow(() -> BadInput.field(field, "the name or id of somebody known", idOrName));
    }
}
