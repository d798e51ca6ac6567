package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What members make for their guild, as they meet it: gallery, links, suggestions, calendar, and taking back. */
@ExtendWith(OnStack.class)
class CommunityIT {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int EPHEMERAL = 64;
    private static final DateTimeFormatter ICS =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @Test
    void gallery_filledByASlashAndAWrittenCommand_isListedAndTakenBack(Stack stack) {
        var chat = new Chat(stack, "gallery");
        chat.answerTo(chat.slash("ada", "gallery", "add", Map.of("title", "Sunset", "url", "https://example.org/1")));
        chat.replyTo(chat.say("ada", "!gallery add \"Blue hour\" https://example.org/2 with @everyone in it"));

        var listed = chat.answerTo(chat.slash("grace", "gallery", "list", Map.of()));
        assertThat(Chat.text(listed)).contains("[Sunset](https://example.org/1)", "[Blue hour](https://example.org/2)");
        assertThat(listed.getBoolean("mention_everyone")).isFalse();
        var refused = chat.answerTo(
                chat.slash("ada", "gallery", "add", Map.of("title", "Bad", "url", "http://192.168.0.1/router")));
        assertThat(Chat.text(refused)).contains("`url` must name a place on the public web");
        assertThat(refused.getInteger("flags") & EPHEMERAL).isEqualTo(EPHEMERAL);

        assertThat(Chat.text(chat.answerTo(chat.slash("ada", "undo", Map.of()))))
                .contains("Blue hour is gone again.");
        assertThat(Chat.text(chat.answerTo(chat.slash("grace", "gallery", "list", Map.of()))))
                .contains("Sunset")
                .doesNotContain("Blue hour");
        assertThat(Chat.text(chat.answerTo(chat.slash("ada", "redo", Map.of()))))
                .contains("Blue hour is back.");
    }

    @Test
    void list_ofManyLinks_isTurnedByItsButtons(Stack stack) {
        var chat = new Chat(stack, "creators");
        for (int i = 1; i <= 6; i++) {
            chat.answerTo(chat.slash(
                    "ada",
                    "creator",
                    "add",
                    Map.of("platform", "YouTube", "name", "Channel " + i, "url", "https://example.org/" + i)));
        }

        var first = chat.answerTo(chat.slash("grace", "creator", "list", Map.of()));
        assertThat(Chat.text(first)).contains("Channel 6", "page 1 of 2").doesNotContain("Channel 1]");
        stack.discord().component(first.getString("id"), buttons(first).getLast(), "grace", List.of());
        awaitText(chat, first, "Channel 1]");
    }

    @Test
    void suggestion_votedOnAndDecided_showsBothInItsPost(Stack stack) {
        var chat = new Chat(stack, "suggestions");
        var made = chat.replyTo(chat.say("ada", "!suggest A channel for birds"));

        stack.discord().component(made.getString("id"), buttons(made).getFirst(), "grace", List.of());
        await().atMost(PATIENCE).until(() -> votes(now(chat, made)).equals(List.of("1", "0")));
        stack.discord().component(made.getString("id"), buttons(made).getLast(), "grace", List.of());
        await().atMost(PATIENCE).until(() -> votes(now(chat, made)).equals(List.of("0", "1")));

        var number = Chat.embeds(made).getFirst().getString("title").replaceAll("\\D", "");
        chat.answerTo(chat.slash(
                "owner", "suggest", "set", Map.of("suggestion", number, "state", "planned", "note", "next week")));
        awaitText(chat, made, "Planned:** next week");
        chat.answerTo(chat.slash("owner", "undo", Map.of()));
        awaitText(chat, made, "Suggestion " + number + " · Open");
    }

    @Test
    void event_joinedByButton_isCalledToMindWhenItBegins(Stack stack) {
        var chat = new Chat(stack, "events");
        var made = chat.answerTo(
                chat.slash("ada", "calendar", "create", Map.of("title", "Listening", "when", "in 8 seconds")));

        stack.discord().component(made.getString("id"), buttons(made).getFirst(), "grace", List.of());
        awaitText(chat, made, "Coming (1)");

        var told = chat.first(message -> message.getString("content", "").startsWith("🗓 **Listening** has begun"));
        assertThat(told.getJsonArray("mentions")).hasSize(1);
    }

    @Test
    void calendar_importedFromAFile_isShownFirstAndExportedAgain(Stack stack) {
        // Given
        var chat = new Chat(stack, "files");
        var starts = Instant.now().plus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        var file = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:tea\r\nSUMMARY:Tea\r\nDTSTART:"
                + ICS.format(starts) + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
        // When: what only the owner sees goes to them directly, when it was written
        stack.discord()
                .write(new JsonObject()
                        .put("guild", chat.guild())
                        .put("channel", chat.channel())
                        .put("author", "owner")
                        .put("content", "!calendar import")
                        .put(
                                "attachments",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("name", "calendar.ics")
                                                .put("contentType", "text/calendar")
                                                .put("text", file))));
        var preview = await().atMost(PATIENCE)
                .until(
                        () -> stack.discord().directMessages("owner").stream()
                                .filter(message -> Chat.text(message).contains("Import 1 event?"))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
        stack.discord().component(preview.getString("id"), buttons(preview).getFirst(), "owner", List.of());
        // Then
        await().atMost(PATIENCE)
                .until(() -> Chat.text(chat.answerTo(chat.slash("ada", "calendar", "list", Map.of())))
                        .contains("<t:" + starts.getEpochSecond() + ":f> **Tea**"));
        var exported = chat.answerTo(chat.slash("ada", "calendar", "export", Map.of()));
        assertThat(exported.getJsonArray("attachments").getJsonObject(0).getString("filename"))
                .isEqualTo("calendar.ics");
    }

    @Test
    void module_turnedOff_isHiddenFromHelpSilentForPrefixAndSlashSaysWhoCanTurnItOn(Stack stack) {
        // Given
        var chat = new Chat(stack, "quiet");
        var made = chat.answerTo(chat.slash("ada", "suggest", "make", Map.of("what", "More birds")));
        assertThat(Chat.text(chat.answerTo(chat.slash("ada", "help", Map.of("command", "gallery")))))
                .contains("What members of this server have made");
        // When
        chat.answerTo(chat.slash("owner", "settings", "set", Map.of("setting", "module.community", "value", "off")));
        // Then
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Chat.text(chat.answerTo(chat.slash("ada", "gallery", "list", Map.of())))
                        .contains(
                                "belongs to the module `community`, which is off in this server. Whoever may manage the"
                                        + " server can turn it on with `/settings set`."));
        assertThat(Chat.text(chat.answerTo(chat.slash("ada", "help", Map.of("command", "gallery")))))
                .doesNotContain("What members of this server have made");
        assertThat(Chat.text(chat.answerTo(chat.slash("ada", "help", Map.of()))))
                .doesNotContain("/gallery");
        var pressed =
                stack.discord().component(made.getString("id"), buttons(made).getFirst(), "grace", List.of());
        assertThat(Chat.text(chat.answerTo(pressed))).contains("which is off in this server");
        var silent = chat.say("ada", "!gallery list");
        // what is asked after it is answered, and it is not
        chat.replyTo(chat.say("ada", "!ping"));
        assertThat(chat.messages()).noneMatch(message -> Chat.isReplyTo(message, silent));
    }

    private static void awaitText(Chat chat, JsonObject message, String text) {
        await().atMost(PATIENCE).until(() -> Chat.text(now(chat, message)).contains(text));
    }

    private static JsonObject now(Chat chat, JsonObject message) {
        return chat.messages().stream()
                .filter(it -> it.getString("id").equals(message.getString("id")))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonObject> components(JsonObject message) {
        return Chat.objects(message.getJsonArray("components")).stream()
                .flatMap(row -> Chat.objects(row.getJsonArray("components")).stream())
                .toList();
    }

    private static List<String> buttons(JsonObject message) {
        return components(message).stream()
                .map(component -> component.getString("custom_id"))
                .toList();
    }

    private static List<String> votes(JsonObject message) {
        return components(message).stream()
                .map(component -> component.getString("label"))
                .toList();
    }
}
