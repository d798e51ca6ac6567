package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What members tell the bot to remember: found by its meaning, replaced, and forgotten when they say so twice. */
@ExtendWith(OnStack.class)
class FactsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void member_tellsAsksAndForgets_byItsMeaning(Stack stack) {
        // Given
        var chat = new Chat(stack);
        assertThat(answer(chat, "remember", Map.of("text", "I live in Berlin")).getString("content"))
                .isEqualTo("I'll remember that as `#1`.");
        answer(chat, "remember", Map.of("text", "My cat is called Tom"));
        // When: something newer takes the place of the first
        var replaced = answer(chat, "remember", Map.of("text", "I live in Hamburg"));
        // Then
        assertThat(replaced.getString("content"))
                .isEqualTo("I'll remember that as `#3`. It takes the place of:\n`#1` I live in Berlin");
        assertThat(Chat.text(answer(chat, "recall", Map.of("query", "which city is my home?"))))
                .contains("`#3` I live in Hamburg")
                .doesNotContain("Berlin");
        assertThat(Chat.text(answer(chat, "recall", Map.of("query", "pets")))).contains("`#2` My cat is called Tom");
        // When: one is forgotten by its number
        assertThat(answer(chat, "forget", Map.of("what", "2")).getString("content"))
                .isEqualTo("Forgotten: `#2`.");
        // Then: the rest only after a question
        var shown = answer(chat, "forget", Map.of());
        press(stack, chat, shown, "memory:forget-all:ask", "Shall I forget the one thing");
        press(stack, chat, shown, "memory:forget-all:do", "I have forgotten the one thing about you.");
        assertThat(answer(chat, "recall", Map.of()).getString("content")).startsWith("I remember nothing about you.");
    }

    @Test
    void writtenCommand_isAnsweredDirectly(Stack stack) {
        var chat = new Chat(stack);

        chat.say("grace", "!remember I write compilers");
        chat.say("grace", "!recall programming");

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stack.discord().directMessages("grace"))
                        .anyMatch(message -> Chat.text(message).contains("`#1` I write compilers")));
        assertThat(chat.messages())
                .noneMatch(message -> message.getJsonObject("author").getBoolean("bot", false)
                        && Chat.text(message).contains("compilers"));
    }

    @Test
    void help_namesTheCommandsWithTheirExamples(Stack stack) {
        var chat = new Chat(stack);

        for (var command : List.of("remember", "recall", "forget")) {
            assertThat(Chat.text(answer(chat, "help", Map.of("command", command))))
                    .contains(command);
        }
    }

    private static JsonObject answer(Chat chat, String command, Map<String, ?> options) {
        return chat.answerTo(chat.slash("ada", command, options));
    }

    /** Uses a button of a message, which then says something else. */
    private static void press(Stack stack, Chat chat, JsonObject message, String begin, String says) {
        var now = await().atMost(PATIENCE)
                .until(
                        () -> chat.messages().stream()
                                .filter(it -> it.getString("id").equals(message.getString("id")))
                                .findFirst()
                                .orElseThrow(),
                        it -> it.getJsonArray("components").encode().contains(begin));
        var button = Chat.objects(now.getJsonArray("components")).stream()
                .flatMap(row -> Chat.objects(row.getJsonArray("components")).stream())
                .map(component -> component.getString("custom_id", ""))
                .filter(id -> id.contains(begin))
                .findFirst()
                .orElseThrow();
        stack.discord().component(message.getString("id"), button, "ada", List.of());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(chat.messages())
                        .anyMatch(it -> it.getString("id").equals(message.getString("id"))
                                && it.getString("content").startsWith(says)));
    }
}
