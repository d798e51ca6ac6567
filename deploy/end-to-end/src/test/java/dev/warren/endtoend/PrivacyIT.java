package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.schemas.conversation.ConversationEvent.TurnTaken;
import dev.warren.schemas.discord.Origin;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Keys;
import dev.warren.schemas.topics.Topics;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What members see of what is kept of them, and how it goes. The AI service's part is played by the test. */
@ExtendWith(OnStack.class)
class PrivacyIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String CONVERSATIONS = "What you and I said to each other, for 90 days: ";

    @Test
    void conversation_thatIsKept_isToldShownExportedAndErased(Stack stack) throws Exception {
        // Given
        var chat = new Chat(stack);
        var origin = origin(stack, chat, "discreet");
        assertThat(shown(chat, "discreet")).contains(CONVERSATIONS + "nothing", "What you say to me is kept.");
        // When
        tell(stack, origin, "where did I leave my umbrella?");
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stack.discord().directMessages("discreet"))
                        .anyMatch(message -> Chat.text(message).contains("`/privacy opt-out` ends it")));
        await().atMost(PATIENCE).until(() -> shown(chat, "discreet").contains(CONVERSATIONS + "1"));
        var export = chat.answerTo(chat.slash("discreet", "privacy", "export", Map.of()));
        assertThat(exported(export).getJsonObject("conversations").getJsonArray("turns"))
                .singleElement()
                .satisfies(turn -> assertThat(((JsonObject) turn).getString("prompt"))
                        .isEqualTo("where did I leave my umbrella?"));
        // and when it is erased
        var question = chat.answerTo(chat.slash("discreet", "privacy", "erase", Map.of()));
        assertThat(Chat.text(question)).contains("It cannot be undone");
        stack.discord().component(question.getString("id"), button(question), "discreet", List.of());
        await().atMost(PATIENCE).until(() -> shown(chat, "discreet").contains(CONVERSATIONS + "nothing"));
    }

    @Test
    void optedOut_member_hasNothingKept(Stack stack) {
        var chat = new Chat(stack);
        var origin = origin(stack, chat, "silent");

        assertThat(Chat.text(chat.answerTo(chat.slash("silent", "privacy", "opt-out", Map.of()))))
                .contains("From now on I keep nothing");
        tell(stack, origin, "not to be kept");
        await().atMost(PATIENCE).until(() -> stack.process("memory-service").getInteger("lag") == 0);

        assertThat(shown(chat, "silent")).contains(CONVERSATIONS + "nothing", "You have opted out");
    }

    @Test
    void masterKey_rotatedAtATerminal_leavesWhatWasToldReadable(Stack stack) {
        var chat = new Chat(stack);
        chat.answerTo(chat.slash("rotated", "profile", "set", Map.of("timezone", "Europe/Berlin")));

        assertThat(stack.warren("keys", "rotate")).contains("The master key is a new one; it wraps ");

        assertThat(Chat.text(chat.answerTo(chat.slash("rotated", "profile", "view", Map.of()))))
                .contains("Europe/Berlin");
    }

    @Test
    void service_withoutItsMasterKey_endsWithOneLineAndMakesNone(Stack stack, @TempDir Path folder) throws Exception {
        // Given
        var chat = new Chat(stack);
        chat.answerTo(chat.slash("sealed", "profile", "set", Map.of("language", "de")));
        var file = folder.resolve("master-key.json");
        // When
        var service = memoryService(stack, file, folder.resolve("log"));
        // Then
        assertThat(service.waitFor(PATIENCE.multipliedBy(3).toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        assertThat(service.exitValue()).isEqualTo(78);
        assertThat(Files.readString(folder.resolve("log")).lines().filter(line -> line.startsWith("wrong setting: ")))
                .containsExactly("wrong setting: master key file " + file
                        + ": is missing, and there are keys that it wrapped; put it back");
        assertThat(file).doesNotExist();
    }

    /** One more instance, on the same databases, whose master key should be there. */
    private static Process memoryService(Stack stack, Path masterKey, Path log) throws IOException {
        var root = Path.of(System.getProperty("warren.root", "../.."));
        var builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx192m",
                        "-jar",
                        root.resolve("memory-service/target/quarkus-app/quarkus-run.jar")
                                .toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var server = "postgresql://127.0.0.1:" + stack.process("postgresql").getInteger("port");
        builder.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "127.0.0.1:1",
                        "DATABASE_URL",
                        server + "/memory",
                        "KEYS_DATABASE_URL",
                        server + "/memory_keys",
                        "DATABASE_USER",
                        "postgres",
                        "DATABASE_PASSWORD",
                        "postgres",
                        "WARREN_MEMORY_MASTER_KEY_FILE",
                        masterKey.toString(),
                        "QUARKUS_HTTP_PORT",
                        "0"));
        return builder.start();
    }

    private static String shown(Chat chat, String user) {
        return Chat.text(chat.answerTo(chat.slash(user, "privacy", "show", Map.of())));
    }

    /** Who a member is, and where. */
    private static Origin origin(Stack stack, Chat chat, String user) {
        var interaction = chat.slash(user, "privacy", "show", Map.of());
        chat.answerTo(interaction);
        return stack.broker()
                .await(
                        Topics.INTERACTIONS,
                        received -> received.event().id().value().equals("interaction:" + interaction))
                .event()
                .payload()
                .origin();
    }

    private static void tell(Stack stack, Origin origin, String prompt) {
        var user = origin.member().id();
        stack.broker()
                .send(
                        Topics.CONVERSATION_EVENTS,
                        Event.first(
                                EventId.of("message:" + UUID.randomUUID() + "/turn"),
                                "/ai",
                                Instant.now(),
                                Keys.member(origin.guild(), user),
                                new TurnTaken(
                                        origin.guild(),
                                        origin.channel(),
                                        user,
                                        "test:" + user,
                                        1,
                                        prompt,
                                        "I do not know.",
                                        "warren",
                                        "offline",
                                        Instant.now())));
    }

    private static JsonObject exported(JsonObject message) throws IOException, InterruptedException {
        var file = message.getJsonArray("attachments", new JsonArray()).getJsonObject(0);
        assertThat(file.getString("filename")).isEqualTo("my-data.json");
        try (var http = HttpClient.newHttpClient()) {
            return new JsonObject(http.send(
                            HttpRequest.newBuilder(URI.create(file.getString("url")))
                                    .build(),
                            BodyHandlers.ofString())
                    .body());
        }
    }

    private static String button(JsonObject message) {
        return message.getJsonArray("components")
                .getJsonObject(0)
                .getJsonArray("components")
                .getJsonObject(0)
                .getString("custom_id");
    }
}
