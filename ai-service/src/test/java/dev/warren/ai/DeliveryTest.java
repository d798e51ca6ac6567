package dev.warren.ai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.local.providers.Act;
import dev.warren.runtime.settings.SettingsView;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.bot.AnswerEvent.AnswerMessage;
import dev.warren.schemas.discord.Permission;
import dev.warren.schemas.discord.Permissions;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Long answers, used-up budgets, full lines. */
@QuarkusTest
@WithTestResource(WarrenServers.class)
@WithTestResource(ProviderPorts.class)
class DeliveryTest extends ServiceTest {
    private final SettingsView settings;

    DeliveryTest(
            SettingsView settings,
            @ConfigProperty(name = "warren.test.kafka") String kafka,
            @ConfigProperty(name = "warren.test.first") int firstPort,
            @ConfigProperty(name = "warren.test.second") int secondPort) {
        super(kafka, firstPort, secondPort);
        this.settings = settings;
    }

    @Test
    void code_thatIsLong_isSplitWithItsFencesClosedAndOpened() {
        // Given
        var code = IntStream.range(0, 150)
                .mapToObj(i -> "int value%d = compute(%d);".formatted(i, i))
                .collect(Collectors.joining("\n", "Here you are:\n```java\n", "\n```\nThat is all. "));
        first.then(Act.slowly(code, Duration.ZERO, Duration.ofMillis(1)));
        // When
        var standing = chat.answer(chat.mention(chat.member("Ada"), "write a lot of code"));
        // Then
        assertThat(standing).hasSizeGreaterThan(2).allSatisfy(part -> {
            assertThat(part).hasSizeLessThanOrEqualTo(2000);
            assertThat(part.split("```", -1).length % 2).as("fences in pairs").isEqualTo(1);
        });
        assertThat(standing.subList(1, standing.size() - 1))
                .allSatisfy(part -> assertThat(part).startsWith("```java\n"));
        var together = String.join("\n", standing);
        assertThat(IntStream.range(0, 150)).allSatisfy(i -> assertThat(together).contains("int value" + i + " ="));
    }

    @Test
    void budget_thatIsUsedUp_isToldWithWhenItBeginsAnew() {
        // Given
        chat.settings(Map.of("ai.user-tokens", "1500"));
        await().until(() -> settings.at(Optional.of(chat.guild), Instant.now()).version() == 1);
        var ada = chat.member("Ada");
        first.always(_ -> Act.says("word ".repeat(100)));
        chat.answer(chat.mention(ada, "talk"));
        // When
        var more = chat.mention(ada, "talk more");
        // Then
        assertThat(chat.awaitText(more, "budget"))
                .matches("(?s)You have used up your budget for conversation today\\. I'll talk again <t:\\d+:R>\\.");
        assertThat(first.asked()).hasSize(1);
        assertThat(chat.answersTo(chat.slash(ada, "usage", Optional.of("me"), Map.of()), 1)
                        .getFirst())
                .isInstanceOfSatisfying(
                        AnswerMessage.class,
                        message -> assertThat(message.body().content()).contains("150 of 1,500 tokens"));
    }

    @Test
    void usage_ofTheServer_hasAChart() {
        // Given
        var grace = chat.member("Grace", Permissions.of(Permission.MANAGE_GUILD));
        chat.answer(chat.mention(grace, "hello there"));
        // When
        var answer = chat.answersTo(chat.slash(grace, "usage", Optional.of("server"), Map.of()), 1)
                .getFirst();
        // Then
        assertThat(answer).isInstanceOfSatisfying(AnswerMessage.class, message -> {
            assertThat(message.body().content()).contains("This server today", "1 answers");
            assertThat(message.body().files())
                    .singleElement()
                    .satisfies(file -> assertThat(file.name()).isEqualTo("usage.png"));
        });
    }

    @Test
    void line_thatIsFull_tellsPlacesAndThenSaysSo() {
        // Given: four are served at once and two may wait, at either provider
        first.always(_ -> Act.slowly("Done. ", Duration.ofMillis(800), Duration.ZERO));
        second.always(_ -> Act.refuses(500));
        // When
        var asked = IntStream.range(0, 6)
                .mapToObj(i -> chat.mention(chat.member("M" + i), "question " + i))
                .toList();
        // Then
        await().until(() -> asked.stream()
                .flatMap(one -> chat.standing(one).stream())
                .anyMatch(text -> text.contains("place 1 in line")));
        asked.forEach(one -> assertThat(chat.answer(one)).containsExactly("Done."));
    }
}
