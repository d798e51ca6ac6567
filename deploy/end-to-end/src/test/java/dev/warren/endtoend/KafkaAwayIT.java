package dev.warren.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.schemas.topics.Topics;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Kafka answers nothing while members write. {@code -Dwarren.outage.seconds}, {@code .rate} and {@code .channels} make it longer.
 */
@ExtendWith(OnStack.class)
class KafkaAwayIT {
    private static final int SECONDS = Integer.getInteger("warren.outage.seconds", 8);
    private static final int RATE = Integer.getInteger("warren.outage.rate", 250);
    private static final int CHANNELS = Integer.getInteger("warren.outage.channels", 20);
    private static final int MEMBERS = 40;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @Test
    void kafka_away_commandsAreAnsweredAtOnce_andEveryMessageIsThereAfterwards(Stack stack) {
        // Given
        var chat = new Chat(stack);
        chat.answerTo(chat.slash("ada", "ping", Map.of()));
        int messages = SECONDS * RATE;
        Crowd crowd;
        String asked;
        // When
        try (var kafka = stack.freeze("kafka")) {
            crowd = Crowd.writing(stack, "outage", messages, RATE, CHANNELS, MEMBERS);
            crowd.awaitWritten(messages / 2);
            asked = chat.slash("ada", "rank", Map.of());
            // Then
            await().atMost(Duration.ofSeconds(3))
                    .until(() -> stack.discord().interaction(asked).containsKey("response"));
            crowd.awaitWritten(messages);
        }
        long back = System.nanoTime();
        assertThat(stack.discord().interaction(asked).getJsonObject("response").encode())
                .contains("I am busy right now");
        // Then
        var sent = crowd.messages().keySet();
        assertThat(sent).hasSize(messages);
        var published = new TreeSet<String>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (var record : stack.broker().readOn(Topics.MESSAGES)) {
                if (record.key().startsWith(crowd.guild() + ":")) {
                    published.add(
                            new String(record.headers().lastHeader("ce_id").value(), UTF_8)
                                    .substring("message:".length()));
                }
            }
            assertThat(published).hasSizeGreaterThanOrEqualTo(sent.size());
        });
        System.out.printf("messages=%d recoveredIn=%d ms%n", messages, (System.nanoTime() - back) / 1_000_000);
        assertThat(published).isEqualTo(sent);
        // the other services are back before the next test begins
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            stack.awaitReady("gateway-service");
            stack.awaitReady("leveling-service");
            return true;
        });
    }
}
