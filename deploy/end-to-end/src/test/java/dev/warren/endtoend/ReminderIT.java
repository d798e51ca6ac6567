package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Reminders as members meet them: asked for, posted when they are due, put off. */
@ExtendWith(OnStack.class)
class ReminderIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Test
    void reminder_ofAFewSeconds_isPostedOnceAndPutOffByItsButton(Stack stack) {
        // Given
        var chat = new Chat(stack);
        var confirmed =
                chat.answerTo(chat.slash("ada", "remind", "me", Map.of("what", "stretch", "when", "in 2 seconds")));
        assertThat(confirmed.getString("content")).startsWith("⏰ I'll remind you in <#");
        // When
        var posted = chat.first(message -> isReminder(message, "stretch"));
        // Then
        assertThat(posted.getJsonArray("mentions")).hasSize(1);
        // and put off by whom it reminds, not by somebody else
        var button = button(posted);
        var refused = stack.discord().component(posted.getString("id"), button, "grace", List.of());
        assertThat(chat.answerTo(refused).getString("content")).startsWith("Only <@");
        stack.discord().component(posted.getString("id"), button, "ada", List.of());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(chat.messages())
                        .anyMatch(message -> message.getString("id").equals(posted.getString("id"))
                                && message.getString("content").contains("Put off until <t:")));
        assertThat(chat.messages())
                .filteredOn(message -> isReminder(message, "stretch"))
                .hasSize(1);
    }

    @Test
    void reminder_writtenWithItsTimeInside_isConfirmedDirectlyAndPostedThere(Stack stack) {
        var chat = new Chat(stack);

        chat.say("ada", "!remind me Tee trinken in 2 Sekunden");

        chat.first(message -> isReminder(message, "Tee trinken"));
        assertThat(stack.discord().directMessages("ada"))
                .anyMatch(message -> message.getString("content").contains("Tee trinken"));
    }

    @Test
    void reminder_whoseChannelIsGone_comesDirectly(Stack stack) {
        var chat = new Chat(stack);
        chat.answerTo(chat.slash("ada", "remind", "me", Map.of("what", "find me", "when", "in 4 seconds")));

        stack.discord().delete("/channels", Map.of("guild", chat.guild(), "channel", chat.channel()));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stack.discord().directMessages("ada"))
                        .anyMatch(message -> message.getString("content").contains("find me")
                                && message.getString("content").contains("I could not post this in <#")));
    }

    private static boolean isReminder(JsonObject message, String words) {
        return message.getString("content", "").matches("(?s)⏰ <@\\d+> " + words + ".*");
    }

    private static String button(JsonObject message) {
        return Chat.objects(message.getJsonArray("components")).stream()
                .flatMap(row -> Chat.objects(row.getJsonArray("components")).stream())
                .map(component -> component.getString("custom_id"))
                .findFirst()
                .orElseThrow();
    }
}
