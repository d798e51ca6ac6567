package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.local.providers.Act;
import dev.warren.local.providers.ScriptedProvider;
import dev.warren.local.providers.ScriptedProvider.Asked;
import dev.warren.schemas.conversation.ConversationEvent.TurnTaken;
import dev.warren.schemas.topics.Topics;
import dev.warren.simulator.client.SimulatorClient.Written;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Conversation as members have it, with providers that do as they are told. Each test has members of its own. */
@ExtendWith(OnStack.class)
class AskIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** To what other tests left behind, such as a summary. */
    private static final Act HELLO = Act.says("Hello from the script. ");

    @BeforeEach
    void fresh(Stack stack) {
        stack.openAi().reset();
        stack.anthropic().reset();
    }

    @Test
    void summons_threeTurnsAndAFailover_areOneConversationInCharacter(Stack stack) {
        // Given
        var chat = new Chat(stack);
        stack.openAi().always(asked -> switch (asked.prompt()) {
            case "I am Tess" -> Act.slowly("Nice to meet you, Tess. ", Duration.ofMillis(100), Duration.ofMillis(300));
            case "who am I?" -> Act.says("You are Tess. ");
            case "and now?" -> Act.refuses(500);
            default -> HELLO;
        });
        stack.anthropic().always(_ -> Act.says("Still Tess. "));
        // When
        var first = chat.say("talk-tess", "hey warren, I am Tess");
        awaitText(chat, first, "Nice to meet you, Tess.");
        var second = chat.say("talk-tess", "who am I?");
        awaitText(chat, second, "You are Tess.");
        var third = chat.say("talk-tess", "and now?");
        awaitText(chat, third, "Still Tess.");
        // Then
        var asked = asked(stack.anthropic(), "and now?");
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().instructions())
                .isEqualTo(asked(stack.openAi(), "I am Tess").getFirst().instructions());
        assertThat(asked.getFirst().body().path("messages")).hasSize(5);
        assertThat(turns(stack, "who am I?"))
                .singleElement()
                .satisfies(turn -> assertThat(turn.number()).isEqualTo(2));
        assertThat(replies(chat, first)).hasSize(1);
    }

    @Test
    void code_thatIsLong_isSplitIntoMessagesWithWholeFences(Stack stack) {
        // Given
        var chat = new Chat(stack);
        var code = IntStream.range(0, 200)
                .mapToObj(i -> "int value%d = compute(%d);".formatted(i, i))
                .collect(Collectors.joining("\n", "Here:\n```java\n", "\n```\nThat is all. "));
        stack.openAi().always(asked -> asked.prompt().equals("write code") ? Act.says(code) : HELLO);
        // When
        chat.say("talk-cody", "hey warren, write code");
        // Then
        await().atMost(PATIENCE).until(() -> bots(chat).stream().anyMatch(text -> text.contains("That is all.")));
        var parts = bots(chat);
        assertThat(parts).hasSizeGreaterThan(2).allSatisfy(part -> {
            assertThat(part).hasSizeLessThanOrEqualTo(2_000);
            assertThat(part.split("```", -1).length % 2).isEqualTo(1);
        });
    }

    @Test
    void ask_asSlashCommand_isAnswered(Stack stack) {
        var chat = new Chat(stack);
        stack.openAi().always(_ -> Act.slowly("Forty-two, I think. ", Duration.ofMillis(2_500), Duration.ZERO));

        var answer = chat.slash("talk-zed", "ask", Map.of("question", "what is the answer?"));

        await().atMost(PATIENCE).until(() -> Chat.text(chat.answerTo(answer)).contains("Forty-two, I think."));
    }

    @Test
    void command_thatMentionsWords_isNoConversation(Stack stack) {
        var chat = new Chat(stack);
        chat.replyTo(chat.say("talk-cora", "!ping"));
        var said = chat.say("talk-cora", "hey warren, hello");
        awaitText(chat, said, "Hello from the script.");
        assertThat(asked(stack.openAi(), "hello")).hasSize(1);
    }

    @Test
    void budget_thatIsUsedUp_isToldKindly(Stack stack) {
        // Given
        var chat = new Chat(stack, "frugal");
        var guild = stack.discord()
                .put("/guilds", new JsonObject().put("guild", "frugal"))
                .getString("id");
        stack.execute("ai", """
            INSERT INTO spending (day, scope, guild_id, user_id, tokens)
            SELECT day, 'guild', %s, 0, 2000000 FROM
            (SELECT CAST(now() AT TIME ZONE 'UTC' AS date) AS day) AS today\
            """.formatted(guild));
        // When
        var said = chat.say("talk-fred", "hey warren, hello, who pays?");
        // Then
        awaitText(chat, said, "This server has used up its budget");
        assertThat(asked(stack.openAi(), "hello, who pays?")).isEmpty();
    }

    @Test
    void memoryService_thatIsDown_keepsNobodyFromAnAnswer(Stack stack) {
        var chat = new Chat(stack);
        stack.stopAndGoOn("memory-service");
        try {
            var said = chat.say("talk-mia", "hey warren, are you there?");
            awaitText(chat, said, "Hello from the script.");
        } finally {
            stack.awaitReady("memory-service");
        }
    }

    @Test
    void message_deliveredAgain_isNotAnsweredAnew(Stack stack) {
        // Given
        var chat = new Chat(stack);
        var said = chat.say("talk-ruth", "hey warren, only once");
        awaitText(chat, said, "Hello from the script.");
        var event = stack.broker()
                .await(
                        Topics.MESSAGES,
                        received -> received.event().id().value().equals("message:" + said.id()))
                .event();
        // When
        stack.broker().send(Topics.MESSAGES, event);
        awaitText(chat, chat.say("talk-ruth", "and go on"), "Hello from the script.");
        // Then
        assertThat(asked(stack.openAi(), "only once")).hasSize(1);
        assertThat(replies(chat, said)).hasSize(1);
        await().atMost(PATIENCE).until(() -> turns(stack, "only once").size() == 1);
    }

    private static List<Asked> asked(ScriptedProvider provider, String prompt) {
        return provider.asked().stream()
                .filter(asked -> asked.prompt().equals(prompt))
                .toList();
    }

    private static void awaitText(Chat chat, Written said, String wanted) {
        await().atMost(PATIENCE)
                .until(() -> replies(chat, said).stream()
                        .anyMatch(reply -> Chat.text(reply).contains(wanted)));
    }

    private static List<JsonObject> replies(Chat chat, Written said) {
        return chat.messages().stream()
                .filter(message -> Chat.isReplyTo(message, said))
                .toList();
    }

    /** What the bot said here. */
    private static List<String> bots(Chat chat) {
        return chat.messages().stream()
                .filter(message -> message.getJsonObject("author").getBoolean("bot", false))
                .map(message -> message.getString("content", ""))
                .toList();
    }

    private static List<TurnTaken> turns(Stack stack, String prompt) {
        return stack.broker().seen(Topics.CONVERSATION_EVENTS).stream()
                .map(received -> received.event().payload())
                .filter(TurnTaken.class::isInstance)
                .map(TurnTaken.class::cast)
                .filter(turn -> turn.prompt().equals(prompt))
                .toList();
    }
}
