package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Leveling as members see it. Each test has members of its own. */
@ExtendWith(OnStack.class)
class ActivityIT {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    @Test
    void rank_ofAMemberWhoWrote_isAPictureWithItsText(Stack stack) {
        var chat = new Chat(stack);
        chat.say("painted", "hello");

        var answer = awaitedAnswer(chat, "painted", "rank", Map.of(), ActivityIT::hasFile);
        assertThat(Chat.text(answer)).contains("Rank **#").contains("XP in total");
        var card = files(answer).getFirst();
        assertThat(card.getInteger("width")).isEqualTo(934);
        assertThat(card.getString("description")).startsWith("Rank card: painted, rank #");
    }

    @Test
    void xp_givenAndImportedByTheOwner_isCountedAndExported(Stack stack) {
        // Given
        var chat = new Chat(stack);
        chat.say("gifted", "hello");
        awaitedAnswer(chat, "gifted", "rank", Map.of(), said -> Chat.text(said).contains("XP in total"));
        // When
        chat.say("owner", "!xp give gifted 5000 won the quiz");
        awaitedAnswer(chat, "gifted", "rank", Map.of(), said -> Chat.text(said).matches("(?s).*5,0[0-9]{2} XP.*"));
        // Then
        chat.say("owner", "!xp export");
        var export = direct(stack, "owner", ActivityIT::hasFile);
        assertThat(files(export).getFirst().getString("filename")).isEqualTo("xp.json");
        stack.discord()
                .write(new JsonObject()
                        .put("guild", Chat.GUILD)
                        .put("channel", chat.channel())
                        .put("author", "owner")
                        .put("content", "!xp import add skip")
                        .put(
                                "attachments",
                                new JsonArray()
                                        .add(new JsonObject()
                                                .put("name", "xp.csv")
                                                .put("contentType", "text/csv")
                                                .put("text", "id,xp\n" + id(chat, "gifted") + ",1000\n1,5\n"))));
        var preview = direct(stack, "owner", said -> Chat.text(said).contains("Import XP?"));
        assertThat(Chat.text(preview)).contains("1 member", "1 member whom I never saw here");
        stack.discord().component(preview.getString("id"), button(preview), "owner", List.of());
        awaitedAnswer(chat, "gifted", "rank", Map.of(), said -> Chat.text(said).matches("(?s).*6,0[0-9]{2} XP.*"));
    }

    @Test
    void memberWhoJoins_isWelcomed(Stack stack) {
        // Given
        var chat = new Chat(stack);
        var asked = chat.say("owner", "!welcome");
        chat.say("owner", "!welcome set welcome <#" + asked.channelId() + "> Hello {name}, member {count}!");
        direct(stack, "owner", said -> Chat.text(said).contains("A welcome is posted in"));
        // When
        await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            stack.discord()
                    .put(
                            "/members",
                            new JsonObject().put("guild", Chat.GUILD).put("user", "newcomer-" + System.nanoTime()));
            return chat.messages().stream().anyMatch(said -> Chat.text(said).contains("Hello \u2068newcomer-"));
        });
    }

    @Test
    void serverStats_ofALivelyGuild_areAPictureWithItsNumbers(Stack stack) {
        var chat = new Chat(stack);
        chat.say("lively", "hello");
        chat.say("lively", "again");

        var answer = awaitedAnswer(
                chat,
                "lively",
                "userstats",
                Map.of("period", "day"),
                said -> hasFile(said) && Chat.text(said).contains("Messages: **2**"));
        assertThat(files(answer).getFirst().getString("description")).startsWith("lively, the last 24 hours, UTC.");
        assertThat(Chat.text(awaitedAnswer(chat, "lively", "serverstats", Map.of(), ActivityIT::hasFile)))
                .contains("Active members: **");
    }

    /** Asks again until the answer is so: facts are counted a little later, and a busy machine draws later. */
    private static JsonObject awaitedAnswer(
            Chat chat, String user, String command, Map<String, ?> options, Predicate<JsonObject> wanted) {
        return await().atMost(PATIENCE).until(() -> chat.answerTo(chat.slash(user, command, options)), wanted);
    }

    private static JsonObject direct(Stack stack, String user, Predicate<JsonObject> wanted) {
        return await().atMost(PATIENCE)
                .until(
                        () -> stack.discord().directMessages(user).stream()
                                .filter(wanted)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static boolean hasFile(JsonObject message) {
        return !files(message).isEmpty();
    }

    private static List<JsonObject> files(JsonObject message) {
        return Chat.objects(message.getJsonArray("attachments", new JsonArray()));
    }

    private static String id(Chat chat, String user) {
        return chat.messages().stream()
                .map(said -> said.getJsonObject("author", new JsonObject()))
                .filter(author -> user.equals(author.getString("username")))
                .map(author -> author.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private static String button(JsonObject message) {
        return message.getJsonArray("components")
                .getJsonObject(0)
                .getJsonArray("components")
                .getJsonObject(0)
                .getString("custom_id");
    }
}
