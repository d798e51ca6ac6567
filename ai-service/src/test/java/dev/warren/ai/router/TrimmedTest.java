package dev.warren.ai.router;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.AiMessage;
import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrimmedTest {
    private static final ChatMessage RULES = SystemMessage.from("rules");
    private static final ChatMessage QUESTION = UserMessage.from("question");

    @Test
    void messages_loseTheirOlderHalf_butNeitherRulesNorQuestion() {
        var old = UserMessage.from("old");
        var older = AiMessage.from("older");
        assertThat(Trimmed.of(List.of(RULES, old, older, QUESTION))).contains(List.of(RULES, older, QUESTION));
        assertThat(Trimmed.of(List.of(RULES, older, QUESTION))).contains(List.of(RULES, QUESTION));
    }

    @Test
    void messages_withoutAPast_cannotBeTrimmed() {
        assertThat(Trimmed.of(List.of(RULES, QUESTION))).isEmpty();
    }
}
