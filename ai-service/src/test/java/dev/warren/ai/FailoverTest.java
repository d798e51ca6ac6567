package dev.warren.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.ai.providers.Provider;
import dev.warren.ai.providers.Providers;
import dev.warren.local.providers.Act;
import dev.warren.runtime.testing.WarrenServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What providers do wrong, and how members are answered all the same. All through the real clients. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
@WithTestResource(ProviderPorts.class)
class FailoverTest extends ServiceTest {
    private final Providers providers;

    FailoverTest(
            Providers providers,
            @ConfigProperty(name = "warren.test.kafka") String kafka,
            @ConfigProperty(name = "warren.test.first") int firstPort,
            @ConfigProperty(name = "warren.test.second") int secondPort) {
        super(kafka, firstPort, secondPort);
        this.providers = providers;
    }

    @BeforeEach
    void well() {
        await().until(() -> providers.all().stream().noneMatch(Provider::isOut));
    }

    @Test
    void provider_thatFailsInMidConversation_isReplacedWithTheSamePersona() {
        // Given
        var ada = chat.member("Ada");
        first.then(Act.says("I am well. "), Act.refuses(500), Act.refuses(503), Act.refuses(500));
        second.then(Act.says("Still well. "));
        chat.answer(chat.mention(ada, "how are you?"));
        // When
        var standing = chat.answer(chat.say(ada, "and now?"));
        // Then
        assertThat(standing).containsExactly("Still well.");
        assertThat(first.asked()).hasSize(4);
        assertThat(second.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.path()).endsWith("/messages");
            assertThat(asked.headers()).containsEntry("x-api-key", "second-key");
            assertThat(asked.instructions()).isEqualTo(first.asked().getFirst().instructions());
            assertThat(asked.body().path("messages")).hasSize(3);
        });
        assertThat(chat.turns(ada)).extracting(turn -> turn.persona()).containsExactly("bunny", "bunny");
        assertThat(chat.turns(ada).getLast().model()).isEqualTo("anthropic/claude-3-5-haiku-latest");
    }

    @Test
    void stream_thatBreaksOff_isBegunAnewByTheNextInTheSameMessage() {
        // Given
        var broken = new Act.BreaksOff(List.of("The answer ", "is most certainly "), true);
        first.then(broken, broken, broken);
        second.then(Act.says("It is seven. "));
        // When
        var standing = chat.answer(chat.mention(chat.member("Ada"), "what is it?"));
        // Then
        assertThat(standing).containsExactly("It is seven.");
        assertThat(second.asked()).hasSize(1);
    }

    @Test
    void stream_thatEndsInTheMiddle_isNotTakenForWhole() {
        // Given
        var cut = new Act.BreaksOff(List.of("Once upon a "), false);
        first.then(cut, Act.says("Once upon a time. "));
        // When
        var standing = chat.answer(chat.mention(chat.member("Ada"), "a tale please"));
        // Then
        assertThat(standing).containsExactly("Once upon a time.");
        assertThat(first.asked()).hasSize(2);
    }

    @Test
    void limit_withRetryAfter_isHonoured() {
        // Given
        first.then(Act.limits(Duration.ofSeconds(1)), Act.says("Now. "));
        // When
        var standing = chat.answer(chat.mention(chat.member("Ada"), "now?"));
        // Then
        assertThat(standing).containsExactly("Now.");
        assertThat(Duration.between(
                        first.asked().getFirst().at(), first.asked().getLast().at()))
                .isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3));
    }

    @Test
    void limit_thatAsksForMoreThanIsAllowed_isPassedOver() {
        // Given
        first.always(_ -> Act.limits(Duration.ofMinutes(5)));
        second.then(Act.says("Here. "));
        // When
        var standing = chat.answer(chat.mention(chat.member("Ada"), "anybody?"));
        // Then
        assertThat(standing).containsExactly("Here.");
        assertThat(first.asked()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void key_thatIsRefused_takesTheProviderOutUntilAProbeBringsItBack() {
        // Given
        first.refusesKeys(true);
        second.always(_ -> Act.says("I stand in. "));
        // When
        var standing = chat.answer(chat.mention(chat.member("Ada"), "who are you?"));
        // Then
        assertThat(standing).containsExactly("I stand in.");
        assertThat(providers.named("openai").orElseThrow().isOut()).isTrue();
        assertThat(first.asked()).isEmpty();
        first.refusesKeys(false);
        await().until(() -> !providers.named("openai").orElseThrow().isOut());
        chat.answer(chat.mention(chat.member("Ben"), "and who are you?"));
        assertThat(first.asked()).hasSize(1);
    }

    @Test
    void nonsense_inTheStream_isAFailure() {
        // Given
        first.always(_ -> new Act.Babbles(List.of("So ")));
        second.then(Act.says("Sense. "));
        // When
        var standing = chat.answer(chat.mention(chat.member("Ada"), "make sense"));
        // Then
        assertThat(standing).containsExactly("Sense.");
    }

    @Test
    void silence_ofAProvider_isNotWaitedOutForLong() {
        // Given
        first.always(_ -> new Act.KeepsSilent(Duration.ofSeconds(30)));
        second.then(Act.says("I speak. "));
        // When
        var standing = chat.answer(chat.mention(chat.member("Ada"), "speak!"));
        // Then
        assertThat(standing).containsExactly("I speak.");
    }

    @Test
    void prompt_thatIsTooLong_losesWhatWasSaidFirst() {
        // Given
        var ada = chat.member("Ada");
        first.then(Act.says("One. "), Act.says("Two. "), Act.tooLong(), Act.says("Three. "));
        chat.answer(chat.mention(ada, "first question"));
        chat.answer(chat.say(ada, "second question"));
        // When
        var standing = chat.answer(chat.say(ada, "third question"));
        // Then
        assertThat(standing).containsExactly("Three.");
        var last = first.asked().getLast().body().toString();
        assertThat(last).contains("second question", "third question").doesNotContain("first question");
        assertThat(second.asked()).isEmpty();
    }

    @Test
    void tool_thatIsWishedFor_givesItsResultAsDataToTheNextRound() {
        // Given
        first.then(new Act.WishesFor("weather", "{\"place\":\"Rome\"}"), Act.says("I can't tell. "));
        // When
        var standing = chat.answer(chat.mention(chat.member("Ada"), "how is the weather in Rome?"));
        // Then
        assertThat(standing).containsExactly("I can't tell.");
        var messages = first.asked().getLast().body().path("messages");
        assertThat(messages.get(messages.size() - 1).path("role").asText()).isEqualTo("tool");
        assertThat(messages.get(messages.size() - 2).path("tool_calls")).hasSize(1);
    }

    @Test
    void tool_thatIsWishedForAtAnthropic_givesItsResultToo() {
        // Given
        first.always(_ -> Act.refuses(500));
        second.then(new Act.WishesFor("weather", "{\"place\":\"Rome\"}"), Act.says("No idea. "));
        // When
        var standing = chat.answer(chat.mention(chat.member("Ada"), "is it raining in Rome?"));
        // Then
        assertThat(standing).containsExactly("No idea.");
        var last = second.asked().getLast().body().path("messages");
        assertThat(last.get(last.size() - 1).toString()).contains("tool_result");
    }

    @Test
    void everybody_whoFails_leavesTheLastResort() {
        // Given
        first.always(_ -> Act.refuses(500));
        second.always(_ -> Act.refuses(500));
        // When
        var standing = chat.answer(chat.mention(chat.member("Ada"), "is anybody there?"));
        // Then
        assertThat(standing).singleElement().asString().contains("Offline default");
    }
}
