package dev.warren.runtime.greeting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent.AnswerChoices;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.bot.AnswerEvent.AnswerModal;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.discord.InteractionEvent;
import dev.warren.schemas.discord.OptionValue;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WarrenServers.class)
class GreetingTest {
    private static Broker broker;

    @BeforeAll
    static void open() {
        broker = new Broker(ConfigProvider.getConfig().getValue("warren.test.kafka", String.class));
    }

    @AfterAll
    static void close() {
        broker.close();
    }

    @Test
    void greet_asSlashCommand_isAnsweredOverAnswers() {
        // Given
        var asked = asked().slash("greet", Map.of("name", OptionValue.text("Ada")));
        // When
        broker.send(Topics.INTERACTIONS, asked);
        // Then
        var answer = broker.await(Topics.ANSWERS, received -> isAnswerTo(asked, received.event()));
        assertThat(answer.event().payload()).isInstanceOfSatisfying(AnswerMessage.class, message -> {
            assertThat(message.body().content()).isEqualTo("Hello, Ada!");
            assertThat(message.ephemeral()).isFalse();
        });
    }

    @Test
    void greet_asPrefixCommand_isAnsweredOverReplies() {
        // Given
        var asked = asked().prefix("greet", Map.of("name", OptionValue.text("Alan")));
        // When
        broker.send(Topics.INTERACTIONS, asked);
        // Then
        var reply = broker.await(Topics.REPLIES, received -> isAnswerTo(asked, received.event()));
        assertThat(reply.event().payload())
                .isInstanceOfSatisfying(
                        PostMessage.class,
                        post -> assertThat(post.body().content()).isEqualTo("Hello, Alan!"));
    }

    @Test
    void greetButton_whenPressed_opensTheForm() {
        // Given
        var pressed = asked().component("embed:greet-more:Grace");
        // When
        broker.send(Topics.INTERACTIONS, pressed);
        // Then
        var answer = broker.await(Topics.ANSWERS, received -> isAnswerTo(pressed, received.event()));
        assertThat(answer.event().payload())
                .isInstanceOfSatisfying(
                        AnswerModal.class,
                        opened -> assertThat(opened.modal().customId()).isEqualTo("embed:greet-form:Grace"));
    }

    @Test
    void greetForm_whenSent_saysItsWords() {
        // Given
        var sent = asked().modal("embed:greet-form:Grace", Map.of("words", "well done"));
        // When
        broker.send(Topics.INTERACTIONS, sent);
        // Then
        var answer = broker.await(Topics.ANSWERS, received -> isAnswerTo(sent, received.event()));
        assertThat(answer.event().payload()).isInstanceOfSatisfying(AnswerMessage.class, message -> {
            assertThat(message.body().content()).isEqualTo("Grace: well done");
            assertThat(message.ephemeral()).isTrue();
        });
    }

    @Test
    void greetCompletion_forATypedLetter_offersTheNamesThatBeginSo() {
        // Given
        var typed = asked().completion("greet", "name", "A");
        // When
        broker.send(Topics.INTERACTIONS, typed);
        // Then
        var answer = broker.await(Topics.ANSWERS, received -> isAnswerTo(typed, received.event()));
        assertThat(answer.event().payload())
                .isInstanceOfSatisfying(
                        AnswerChoices.class,
                        offered -> assertThat(offered.choices())
                                .extracting(choice -> choice.value())
                                .containsExactly("Ada", "Alan"));
    }

    private static Asked asked() {
        return Asked.of(Service.EMBED, Instant.now());
    }

    private static boolean isAnswerTo(Event<InteractionEvent> asked, Event<?> answer) {
        return answer.id().equals(asked.id().derive("answer"));
    }
}
