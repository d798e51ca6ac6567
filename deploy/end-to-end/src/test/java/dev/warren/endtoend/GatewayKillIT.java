package dev.warren.endtoend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.schemas.topics.Topics;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The gateway is killed while members write. What they wrote stands in {@code discord.messages}, and their XP is what it would be
 * undisturbed. {@code -Dwarren.faults.messages}, {@code .kills}, {@code .rate} and {@code .channels} make it longer.
 */
@ExtendWith(OnStack.class)
class GatewayKillIT {
    private static final int MESSAGES = Integer.getInteger("warren.faults.messages", 1_500);
    private static final int KILLS = Integer.getInteger("warren.faults.kills", 3);
    private static final int RATE = Integer.getInteger("warren.faults.rate", 150);
    private static final int CHANNELS = Integer.getInteger("warren.faults.channels", 10);
    private static final int MEMBERS = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Crowd crowd(Stack stack, String guild) {
        return Crowd.writing(stack, guild, MESSAGES, RATE, CHANNELS, MEMBERS);
    }

    /** Kills the gateway again and again, evenly over the messages. */
    private static void kill(Stack stack, Crowd crowd, Runnable afterEach) {
        for (int i = 1; i <= KILLS; i++) {
            crowd.awaitWritten(MESSAGES * i / (KILLS + 1));
            stack.killAndGoOn("gateway-service");
            afterEach.run();
            stack.awaitReady("gateway-service");
        }
        crowd.awaitWritten(MESSAGES);
    }

    /** The ids of the guild's messages in the topic, each once; and how many were read back. */
    private static void assertAllThere(Stack stack, Crowd crowd, boolean readBack) {
        var sent = crowd.messages().keySet();
        assertThat(sent).hasSize(MESSAGES);
        var published = new TreeSet<String>();
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (var record : stack.broker().readOn(Topics.MESSAGES)) {
                if (record.key().startsWith(crowd.guild() + ":")) {
                    published.add(
                            new String(record.headers().lastHeader("ce_id").value(), UTF_8));
                }
            }
            assertThat(published).hasSizeGreaterThanOrEqualTo(sent.size());
        });
        assertThat(published)
                .containsExactlyInAnyOrderElementsOf(
                        sent.stream().map(id -> "message:" + id).toList());
        var copies = stack.broker().readOn(Topics.MESSAGES).stream()
                .filter(record -> record.key().startsWith(crowd.guild() + ":"))
                .map(record -> new JsonObject(new String(record.value(), UTF_8)).getBoolean("backfilled"))
                .toList();
        long copiesReadBack = copies.stream().filter(copy -> copy).count();
        System.out.printf(
                "messages=%d kills=%d copies=%d readBack=%d%n", sent.size(), KILLS, copies.size(), copiesReadBack);
        assertThat(copiesReadBack > 0).isEqualTo(readBack);
    }

    private static void assertUndisturbedXp(Stack stack, Crowd crowd) {
        var expected = crowd.undisturbedXp();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(stack.xp(crowd.guild())).isEqualTo(expected));
    }

    @Test
    void killed_withSessionsThatCanBeResumed_losesNothing_andReadsNothingBack(Stack stack) {
        // Given
        long identifies = stack.discord().stats().getLong("identifies");
        var crowd = crowd(stack, "resumed");
        // When
        kill(stack, crowd, () -> {});
        // Then
        assertAllThere(stack, crowd, false);
        assertThat(stack.discord().stats().getLong("identifies")).isEqualTo(identifies);
        assertUndisturbedXp(stack, crowd);
    }

    @Test
    void killed_withAllSessionsInvalidated_readsBackWhatWasMissed(Stack stack) {
        // Given
        var crowd = crowd(stack, "invalidated");
        // When
        kill(stack, crowd, () -> stack.discord().fault("invalid-session", Map.of()));
        // Then
        assertAllThere(stack, crowd, true);
        assertUndisturbedXp(stack, crowd);
    }

    @Test
    void stoppedInOrder_keepsItsSession(Stack stack) {
        // Given
        var chat = new Chat(stack);
        chat.say("ada", "before");
        long identifies = stack.discord().stats().getLong("identifies");
        // When
        stack.stopAndGoOn("gateway-service");
        var written = chat.say("ada", "meanwhile");
        stack.awaitReady("gateway-service");
        // Then
        stack.broker()
                .awaitRecords(
                        Topics.MESSAGES,
                        1,
                        record -> new String(
                                        record.headers().lastHeader("ce_id").value(), UTF_8)
                                .equals("message:" + written.id()));
        assertThat(stack.discord().stats().getLong("identifies")).isEqualTo(identifies);
    }
}
