package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The small helpers as members meet them, with no model, no key and no service on the web set up. */
@ExtendWith(OnStack.class)
class HelpersIT {
    @Test
    void calcAndTime_asSlashAndAsPrefixCommand_areAnsweredAlike(Stack stack) {
        var chat = new Chat(stack);

        assertThat(text(chat.answerTo(chat.slash("ada", "calc", Map.of("sum", "15% of 80")))))
                .contains("**12**");
        assertThat(text(chat.replyTo(chat.say("ada", "!calc 2 * (3 + 4)")))).contains("**14**");
        assertThat(text(chat.answerTo(chat.slash("ada", "time", Map.of("place", "Tokyo")))))
                .contains("In **Tokyo** it is");
        assertThat(text(chat.replyTo(chat.say("ada", "!time New York")))).contains("In **New York** it is");
    }

    @Test
    void diceChoiceAndBall_answer(Stack stack) {
        var chat = new Chat(stack);

        assertThat(text(chat.replyTo(chat.say("ada", "!roll 2d6+3")))).contains("🎲 **");
        assertThat(text(chat.answerTo(chat.slash("ada", "choose", Map.of("options", "tea, coffee")))))
                .containsPattern("I choose \\*\\*(tea|coffee)\\*\\*");
        assertThat(text(chat.answerTo(chat.slash("ada", "8ball", Map.of("question", "Will it rain?")))))
                .contains("🎱");
    }

    @Test
    void meme_isPostedAsAPicture(Stack stack) {
        var chat = new Chat(stack);

        var posted = chat.answerTo(
                chat.slash("ada", "meme", Map.of("template", "sign", "first", "all tests", "second", "are green")));

        assertThat(posted.getJsonArray("attachments").getJsonObject(0).getString("filename"))
                .isEqualTo("meme.png");
    }

    @Test
    void persona_chosen_isTheMembersFromThenOn(Stack stack) {
        var chat = new Chat(stack);

        assertThat(text(chat.answerTo(chat.slash("fan", "persona", "use", Map.of("persona", "fox")))))
                .contains("🦊 **Fox** answers you");
        assertThat(text(chat.answerTo(chat.slash("fan", "persona", "list", Map.of()))))
                .contains("Fox");
    }

    @Test
    void summary_ofWhatWasSaid_isTheModels(Stack stack) {
        var chat = new Chat(stack);
        chat.say("grace", "We should plan the summer party in the garden.");
        chat.say("linus", "The summer party could be on Saturday.");
        chat.say("grace", "Saturday is fine, I bring a cake to the party.");
        chat.say("linus", "My cat sleeps.");

        var summary = text(chat.answerTo(chat.slash("ada", "summarize", Map.of("messages", 20))));

        assertThat(summary).contains("What was said in", "(4 messages)", "Hello from the script.");
    }

    @Test
    void picturesSearchAndPrices_withNothingSetUp_saySo(Stack stack) {
        var chat = new Chat(stack);

        assertThat(text(chat.answerTo(chat.slash("ada", "imagine", Map.of("prompt", "a fox", "style", "pixel-art")))))
                .contains("No image provider is set up here");
        assertThat(text(chat.answerTo(chat.slash("ada", "search", Map.of("query", "hares")))))
                .contains("Web search is not set up here");
        assertThat(text(chat.answerTo(chat.slash("ada", "price", Map.of("coin", "btc")))))
                .contains("Prices are not set up here");
    }

    private static String text(JsonObject message) {
        return Chat.text(message);
    }
}
