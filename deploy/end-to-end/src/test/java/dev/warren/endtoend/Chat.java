package dev.warren.endtoend;

import static org.awaitility.Awaitility.await;

import dev.warren.simulator.client.SimulatorClient;
import dev.warren.simulator.client.SimulatorClient.Written;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A channel of its own for one test, and what is said there. */
final class Chat {
    static final String GUILD = "warren";
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final SimulatorClient discord;
    private final String guild;
    private final String channel;

    Chat(Stack stack) {
        this(stack, GUILD);
    }

    Chat(Stack stack, String guild) {
        this.discord = stack.discord();
        this.guild = guild;
        this.channel = "room-" + COUNT.incrementAndGet();
    }

    String guild() {
        return guild;
    }

    String channel() {
        return channel;
    }

    /** A member writes. */
    Written say(String author, String content) {
        return discord.say(guild, channel, author, content);
    }

    /** A member uses a slash command; gives the interaction's id. */
    String slash(String user, String name, Map<String, ?> options) {
        return discord.command(guild, channel, user, name, options);
    }

    /** A member uses a subcommand; gives the interaction's id. */
    String slash(String user, String name, String subcommand, Map<String, ?> options) {
        return discord.command(guild, channel, user, name, Optional.of(subcommand), options);
    }

    /** All messages of the channel, oldest first. */
    List<JsonObject> messages() {
        return discord.messages(guild, channel);
    }

    /** The bot's reply to a message. */
    JsonObject replyTo(Written message) {
        return first(said -> isReplyTo(said, message));
    }

    static boolean isReplyTo(JsonObject said, Written message) {
        var reference = said.getJsonObject("message_reference");
        return reference != null && message.id().equals(reference.getString("message_id"));
    }

    /** The answer to an interaction. */
    JsonObject answerTo(String interaction) {
        return first(said -> interaction.equals(said.getString("interactionId")));
    }

    /** Waits for the first message that is so. */
    JsonObject first(Predicate<JsonObject> wanted) {
        return await().atMost(PATIENCE)
                .until(() -> messages().stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    static List<JsonObject> embeds(JsonObject message) {
        return objects(message.getJsonArray("embeds", new JsonArray()));
    }

    static List<JsonObject> objects(JsonArray array) {
        return array.stream().map(JsonObject.class::cast).toList();
    }

    /** Content and embeds as one text. */
    static String text(JsonObject message) {
        return message.getString("content", "")
                + message.getJsonArray("embeds", new JsonArray()).encode();
    }
}
