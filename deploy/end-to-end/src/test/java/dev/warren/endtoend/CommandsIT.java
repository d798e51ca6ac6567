package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import dev.warren.simulator.client.ControlRefused;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commands as members use them: slash, prefix and mention, right and wrong. */
@ExtendWith(OnStack.class)
class CommandsIT {
    private static final int EPHEMERAL = 64;

    @Test
    void rank_bySlash_isAnsweredWithinThreeSeconds(Stack stack) {
        var chat = new Chat(stack);
        chat.say("ada", "good morning");

        var interaction = chat.slash("ada", "rank", Map.of());

        assertThat(Chat.text(chat.answerTo(interaction))).containsIgnoringCase("level");
        assertThat(stack.discord().interaction(interaction).encode()).contains("delay");
    }

    @Test
    void rank_byPrefixAndByMention_isTheSameReply(Stack stack) {
        var chat = new Chat(stack);
        var bot = botId(chat);

        var byPrefix = chat.replyTo(chat.say("grace", "!rank"));
        var byMention = chat.replyTo(chat.say("grace", "<@" + bot + "> rank"));

        assertThat(byPrefix.getJsonArray("embeds")).isEqualTo(byMention.getJsonArray("embeds"));
        assertThat(byPrefix.getJsonArray("mentions")).as("nobody is pinged").isEmpty();
    }

    @Test
    void mention_withOtherWords_isConversationAndNoCommand(Stack stack) {
        var chat = new Chat(stack);
        var bot = botId(chat);

        var said = chat.say("grace", "<@" + bot + "> rank and file, what do you think?");

        await().until(() -> Chat.text(chat.replyTo(said)).startsWith("Hello from the script."));
    }

    @Test
    void rank_ofAnotherMember_takesAMentionOrAName(Stack stack) {
        var chat = new Chat(stack);
        var ada = chat.say("ada", "hello everybody");
        var id = author(chat, ada.id());

        assertThat(Chat.text(chat.replyTo(chat.say("grace", "!rank <@" + id + ">"))))
                .contains("ada");
        assertThat(Chat.text(chat.replyTo(chat.say("grace", "!rank ada")))).contains("ada");
    }

    @Test
    void prefix_wrongArgument_saysWhichWhyAndShowsAnExample(Stack stack) {
        var chat = new Chat(stack);

        var reply = chat.replyTo(chat.say("ada", "!rank nobody-of-that-name"));

        assertThat(reply.getString("content")).contains("member", "nobody-of-that-name", "!rank");
    }

    @Test
    void prefix_unknownButClose_asksWhetherThatWasMeant(Stack stack) {
        var chat = new Chat(stack);

        assertThat(chat.replyTo(chat.say("ada", "!rnak")).getString("content")).contains("!rank");
    }

    @Test
    void prefix_unknownAndFar_isSilence(Stack stack) {
        var chat = new Chat(stack);

        chat.say("ada", "!playlist shuffle");

        assertSilence(chat);
    }

    @Test
    void settings_byAMemberWithoutPermission_saysWhatIsMissing(Stack stack) {
        var chat = new Chat(stack);

        assertThat(chat.replyTo(chat.say("ada", "!settings show")).getString("content"))
                .containsIgnoringCase("manage server");
        // Discord itself keeps a slash command from members who lack its default permissions
        var refused = catchThrowableOfType(ControlRefused.class, () -> chat.slash("ada", "settings", "show", Map.of()));
        assertThat(refused.status()).isEqualTo(403);
    }

    @Test
    void settings_showBySlash_isSeenByTheAskerAlone(Stack stack) {
        var chat = new Chat(stack);

        var answer = chat.answerTo(chat.slash("owner", "settings", "show", Map.of()));

        assertThat(answer.getInteger("flags") & EPHEMERAL).isEqualTo(EPHEMERAL);
        assertThat(answer.getString("ephemeralFor")).isNotEmpty();
        assertThat(Chat.text(answer)).contains("prefix");
    }

    @Test
    void settings_completion_offersTheNamesOfSettings(Stack stack) {
        var choices = stack.discord()
                .autocomplete(
                        Chat.GUILD,
                        "general",
                        "owner",
                        "settings",
                        Optional.of("set"),
                        "setting",
                        Map.of("setting", "pre"));

        assertThat(choices).extracting(choice -> choice.getString("value")).contains("prefix");
    }

    @Test
    void prefix_setToAnother_holdsSoonAfterAndTheOldOneIsSilent(Stack stack) {
        var chat = new Chat(stack, "prefixes");
        chat.answerTo(chat.slash("owner", "settings", "set", Map.of("setting", "prefix", "value", "?")));

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> {
                    var said = chat.say("ada", "?rank");
                    return answered(chat, said.id());
                });

        var before = chat.messages().size();
        chat.say("ada", "!rank");
        assertSilenceAfter(chat, before + 1);
    }

    @Test
    void module_turnedOff_isSilentForPrefixAndSlashSaysWhoCanTurnItOn(Stack stack) {
        var chat = new Chat(stack, "modules");
        chat.answerTo(chat.slash("owner", "settings", "set", Map.of("setting", "module.leveling", "value", "off")));

        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Chat.text(chat.answerTo(chat.slash("ada", "rank", Map.of())))
                        .contains("off"));

        var before = chat.messages().size();
        chat.say("ada", "!rank");
        assertSilenceAfter(chat, before + 1);
    }

    @Test
    void help_listsTheCommandsOfAllServices(Stack stack) {
        var chat = new Chat(stack);

        var first = chat.answerTo(chat.slash("ada", "help", Map.of()));
        assertThat(Chat.text(first)).contains("Page 1 of 3");
        var second = turned(stack, chat, first, "Page 2 of 3");
        var third = turned(stack, chat, second, "Page 3 of 3");
        assertThat(Stream.of(first, second, third).map(Chat::text).collect(Collectors.joining()))
                .contains("`/ask`", "`/balance`", "`/embed`", "`/leaderboard`", "`/ping`", "`/rank`", "`/remember`");
        assertThat(Chat.text(chat.replyTo(chat.say("ada", "!help rank")))).contains("rank");
    }

    @Test
    void pingAndAbout_areAnsweredInDirectMessagesToo(Stack stack) {
        stack.discord().sayDirectly("ada", "!ping");
        stack.discord().sayDirectly("ada", "!about");

        await().untilAsserted(() -> assertThat(stack.discord().directMessages("ada"))
                .filteredOn(message -> message.getJsonObject("author").getBoolean("bot", false))
                .hasSize(2));
    }

    @Test
    void leaderboard_pagesByButtons_updateTheSameMessage(Stack stack) {
        var chat = new Chat(stack, "crowd");
        for (int i = 0; i < 12; i++) {
            chat.say("member-" + i, "hello from me");
        }
        var answer = await().until(
                        () -> chat.answerTo(chat.slash("member-1", "leaderboard", Map.of())),
                        message -> buttons(message).size() >= 2);
        var next = buttons(answer).stream()
                .filter(id -> id.contains("leveling:"))
                .toList()
                .getLast();

        stack.discord().component(answer.getString("id"), next, "member-1", List.of());

        var page = Chat.text(answer);
        await().until(() -> chat.messages().stream()
                .filter(message -> message.getString("id").equals(answer.getString("id")))
                .anyMatch(message -> !Chat.text(message).equals(page)));
    }

    private static List<String> buttons(JsonObject message) {
        return Chat.objects(message.getJsonArray("components", new JsonArray())).stream()
                .flatMap(row -> Chat.objects(row.getJsonArray("components")).stream())
                .filter(button -> !button.getBoolean("disabled", false))
                .map(button -> button.getString("custom_id"))
                .toList();
    }

    private static boolean answered(Chat chat, String message) {
        return await().pollDelay(Duration.ofMillis(300)).until(chat::messages, messages -> true).stream()
                .anyMatch(said -> said.getJsonObject("message_reference") != null
                        && message.equals(
                                said.getJsonObject("message_reference").getString("message_id")));
    }

    /** The next page of a message with help. */
    private static JsonObject turned(Stack stack, Chat chat, JsonObject page, String shows) {
        var next = buttons(page).stream()
                .filter(id -> id.contains("help-page"))
                .toList()
                .getLast();
        stack.discord().component(page.getString("id"), next, "ada", List.of());
        return await().until(
                        () -> chat.messages().stream()
                                .filter(message -> message.getString("id").equals(page.getString("id")))
                                .findFirst()
                                .orElseThrow(),
                        message -> Chat.text(message).contains(shows));
    }

    private static String botId(Chat chat) {
        return chat.answerTo(chat.slash("ada", "ping", Map.of()))
                .getJsonObject("author")
                .getString("id");
    }

    private static String author(Chat chat, String message) {
        return chat.first(said -> said.getString("id").equals(message))
                .getJsonObject("author")
                .getString("id");
    }

    /** Nothing is said: shown by a later command whose answer, in the same channel, comes first. */
    private static void assertSilence(Chat chat) {
        assertSilenceAfter(chat, 1);
    }

    private static void assertSilenceAfter(Chat chat, int messages) {
        chat.answerTo(chat.slash("grace", "ping", Map.of()));
        assertThat(chat.messages()).hasSize(messages + 1);
    }
}
