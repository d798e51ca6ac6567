package dev.warren.ai.helping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.ai.ProviderPorts;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent.AnswerChoices;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerModal;
import dev.warren.schemas.bot.OptionDescription.Choice;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WarrenServers.class)
@WithTestResource(ProviderPorts.class)
class HelpersTest {
    private final String kafka;
    private Broker broker;
    private Members members;

    HelpersTest(@ConfigProperty(name = "warren.test.kafka") String kafka) {
        this.kafka = kafka;
    }

    @BeforeEach
    void open() {
        broker = new Broker(kafka);
        members = new Members(broker);
    }

    @AfterEach
    void close() {
        broker.close();
    }

    @Test
    void calc_ofASum_isWorkedOutAndOfAWrongOneRefusedToTheMemberAlone() {
        assertThat(members.said(members.slash(members.ada(), "calc", Map.of("sum", "2 * (3 + 4)"))))
                .isEqualTo("🧮 `2 * (3 + 4)` = **14**");

        assertThat(members.answer(members.slash(members.ada(), "calc", Map.of("sum", "1 / 0"))))
                .isInstanceOfSatisfying(AnswerMessage.class, message -> {
                    assertThat(message.ephemeral()).isTrue();
                    assertThat(message.body().content()).startsWith("I cannot work that out: ");
                });
    }

    @Test
    void time_ofAPlace_isToldAndOfAnUnknownOneRefusedWithANearOne() {
        assertThat(members.said(members.slash(members.ada(), "time", Map.of("place", "Tokyo"))))
                .startsWith("🕒 In **Tokyo** it is **")
                .endsWith("(UTC+09:00).");
        assertThat(members.said(members.slash(members.ada(), "time", Map.of()))).startsWith("🕒 In **UTC** it is");
        assertThat(members.said(members.slash(members.ada(), "time", Map.of("place", "Berln"))))
                .contains("I do not know `Berln`. Did you mean `berlin`?");
    }

    @Test
    void roll_deliveredAgain_isAnsweredTheSame() {
        var asked = members.slash(members.ada(), "roll", Map.of("dice", "3d1000"));
        var first = members.answer(asked);

        broker.send(Topics.INTERACTIONS, asked);

        var answers = broker.await(
                Topics.ANSWERS,
                2,
                received -> received.event().id().equals(asked.id().derive("answer")));
        assertThat(answers).extracting(received -> received.event().payload()).containsOnly(first);
        assertThat(members.said(members.slash(members.ada(), "roll", Map.of("dice", "1001d6"))))
                .startsWith("`dice` must be dice, such as");
    }

    @Test
    void ballAndChoice_areDrawn() {
        assertThat(members.said(members.slash(members.ada(), "8ball", Map.of("question", "Will it rain?"))))
                .matches("(?s)> Will it rain\\?\n🎱 .+");
        assertThat(members.said(members.slash(members.ada(), "choose", Map.of("options", "tea, coffee or cocoa"))))
                .matches("🤔 I choose \\*\\*(tea|coffee|cocoa)\\*\\*\\.");
        assertThat(members.said(members.slash(members.ada(), "choose", Map.of("options", "tea"))))
                .startsWith("`options` must name 2 to 50");
    }

    @Test
    void persona_chosenByAMember_answersThatMemberAlone() {
        assertThat(members.said(members.slash(members.ada(), "persona", "list", Map.of())))
                .contains("🐰 **Bunny** (`bunny`)  ← answers you", "🐼 **Panda**");
        assertThat(members.said(members.slash(members.ada(), "persona", "use", Map.of("persona", "fox"))))
                .startsWith("🦊 **Fox** answers you from now on.");
        assertThat(members.said(members.slash(members.ada(), "persona", "list", Map.of())))
                .contains("🦊 **Fox** (`fox`)  ← answers you");
        assertThat(members.said(members.slash(members.owner(), "persona", "list", Map.of())))
                .contains("🐰 **Bunny** (`bunny`)  ← answers you");
        assertThat(members.said(
                        members.slash(members.ada(), "persona", "use", Map.of("persona", "owl", "everybody", "true"))))
                .contains("Manage Server");
        assertThat(members.said(members.slash(members.ada(), "persona", "use", Map.of("persona", "dragon"))))
                .startsWith("There is no persona `dragon`.");
    }

    @Test
    void persona_madeByAManager_canBeChosenChangedAndRemoved() {
        var form = members.answer(members.slash(members.owner(), "persona", "create", Map.of("persona", "hedgehog")));
        assertThat(form).isInstanceOf(AnswerModal.class);
        var id = ((AnswerModal) form).modal().customId();
        var fields = Map.of(
                "name",
                "Hedgehog",
                "emoji",
                "🦔",
                "greeting",
                "Sniff!",
                "loading",
                "Rolling up …",
                "instructions",
                "You are shy.");

        assertThat(members.said(members.submit(members.ada(), id, fields))).contains("may manage this server");
        assertThat(members.said(members.submit(members.owner(), id, with(fields, "emoji", "hedgehog"))))
                .startsWith("`emoji` must be one emoji");
        assertThat(members.said(members.submit(members.owner(), id, with(fields, "instructions", "x".repeat(1501)))))
                .startsWith("`instructions` must have 1 to 1,500 characters; this has 1,501.");
        assertThat(members.said(members.submit(members.owner(), id, fields))).startsWith("🦔 **Hedgehog** is made.");
        assertThat(members.said(members.slash(members.owner(), "persona", "create", Map.of("persona", "hedgehog"))))
                .contains("There is a persona `hedgehog` already");
        assertThat(members.said(members.slash(
                        members.owner(), "persona", "use", Map.of("persona", "hedgehog", "everybody", "true"))))
                .startsWith("🦔 **Hedgehog** answers everybody here");
        assertThat(members.said(members.slash(members.ada(), "persona", "list", Map.of())))
                .contains("🦔 **Hedgehog** (`hedgehog`)  ← answers you");
        assertThat(members.said(members.slash(members.owner(), "persona", "remove", Map.of("persona", "hedgehog"))))
                .startsWith("The persona `hedgehog` is gone.");
        assertThat(members.said(members.slash(members.ada(), "persona", "list", Map.of())))
                .contains("🐰 **Bunny** (`bunny`)  ← answers you");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        var changed = new java.util.HashMap<>(fields);
        changed.put(name, value);
        return changed;
    }

    @Test
    void mannersOfAMember_areKept() {
        assertThat(members.said(members.slash(members.ada(), "creativity", Map.of())))
                .contains("**balanced**");
        assertThat(members.said(members.slash(members.ada(), "creativity", Map.of("level", "wild"))))
                .contains("**wild**");
        assertThat(members.said(members.slash(members.ada(), "mode", Map.of("mode", "code"))))
                .contains("**code**");
        assertThat(members.said(members.slash(members.ada(), "creativity", Map.of())))
                .contains("**wild**");
        assertThat(members.said(members.slash(members.owner(), "mode", Map.of())))
                .contains("**normal**");
    }

    @Test
    void whatIsNotSetUp_isSaidPlainly() {
        assertThat(members.said(members.slash(members.ada(), "search", Map.of("query", "hares"))))
                .startsWith("Web search is not set up here.");
        assertThat(members.said(members.slash(members.ada(), "price", Map.of("coin", "bitcoin"))))
                .startsWith("Prices are not set up here.");
        assertThat(members.said(members.slash(members.ada(), "imagine", Map.of("prompt", "a fox"))))
                .startsWith("No image provider is set up here");
    }

    @Test
    void meme_isDrawnHere() {
        var body = members.body(members.slash(
                members.ada(), "meme", Map.of("template", "choice", "first", "sleep", "second", "one more test")));

        assertThat(body.files()).hasSize(1);
        assertThat(body.files().getFirst().description()).hasValue("A meme. First: sleep. Second: one more test");
    }

    @Test
    void styles_areCompletedByWhatWasTyped() {
        var asked = members.complete(members.ada(), "imagine", "style", "pix");

        assertThat(members.answer(asked))
                .isInstanceOfSatisfying(
                        AnswerChoices.class,
                        choices -> assertThat(choices.choices()).containsExactly(new Choice("Pixel art", "pixel-art")));
    }
}
