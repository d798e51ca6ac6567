package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.schemas.bot.MessageBody;
import dev.warren.schemas.bot.ReplyEvent;
import dev.warren.schemas.bot.ReplyEvent.PostMessage;
import dev.warren.schemas.event.Event;
import dev.warren.schemas.ids.ChannelId;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.topics.Topics;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Replies while the gateway is killed, connections break after Discord took the post, and Redis is emptied: each is posted once and in
 * order, also where Discord forgets its nonces.
 */
@ExtendWith(OnStack.class)
class RepliesOnceIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int CHANNELS = 20;
    private static final int IN_EACH = 10;
    private static final String GUILD = "once";

    @ParameterizedTest(name = "nonces forgotten: {0}")
    @ValueSource(booleans = {false, true})
    void replies_throughKillsResetsAndAFlush_arePostedOnce(boolean noncesForgotten, Stack stack) {
        // Given
        var run = noncesForgotten ? "forgotten" : "kept";
        var channels = channels(stack, run);
        stack.discord()
                .fault(
                        "rest-reset-after-accept",
                        Map.of("count", 1_000, "every", 20, "route", "/channels/{channel_id}/messages"));
        if (noncesForgotten) {
            stack.discord().fault("no-nonce-dedupe", Map.of("count", 10_000));
        }
        // When
        var records = replies(stack, run, channels);
        stack.broker().sendAll(records);
        awaitOutcomes(stack, run, 30);
        stack.kill("gateway-service");
        stack.flushRedis();
        awaitOutcomes(stack, run, 120);
        stack.kill("gateway-service");
        awaitOutcomes(stack, run, records.size());
        // and all of them come once more, with nothing left in Redis
        stack.flushRedis();
        stack.broker().sendAll(records);
        stack.broker().sendAll(last(stack, run, channels));
        awaitOutcomes(stack, run, records.size() + channels.size());
        // Then
        stack.discord().clearFaults();
        var expected = new ArrayList<String>();
        IntStream.range(0, IN_EACH).forEach(number -> expected.add("reply " + number));
        expected.add("last");
        for (int i = 0; i < CHANNELS; i++) {
            assertThat(stack.discord().messages(GUILD, name(run, i)))
                    .extracting(message -> message.getString("content"))
                    .containsExactlyElementsOf(expected);
        }
    }

    private static List<ChannelId> channels(Stack stack, String run) {
        return IntStream.range(0, CHANNELS)
                .mapToObj(i -> ChannelId.of(stack.discord()
                        .put("/channels", new JsonObject().put("guild", GUILD).put("channel", name(run, i)))
                        .getString("id")))
                .toList();
    }

    private static String name(String run, int channel) {
        return "once-" + run + "-" + channel;
    }

    private static List<ProducerRecord<String, byte[]>> replies(Stack stack, String run, List<ChannelId> channels) {
        var records = new ArrayList<ProducerRecord<String, byte[]>>();
        for (int number = 0; number < IN_EACH; number++) {
            for (var channel : channels) {
                records.add(reply(stack, run, channel, "reply " + number));
            }
        }
        return records;
    }

    private static List<ProducerRecord<String, byte[]>> last(Stack stack, String run, List<ChannelId> channels) {
        return channels.stream()
                .map(channel -> reply(stack, run, channel, "last"))
                .toList();
    }

    private static ProducerRecord<String, byte[]> reply(Stack stack, String run, ChannelId channel, String text) {
        var now = Instant.now();
        ReplyEvent post = new PostMessage(
                channel,
                MessageBody.text(text),
                Optional.empty(),
                Optional.empty(),
                now.plus(PATIENCE.multipliedBy(2)));
        var id = EventId.of("once:" + run + ":" + channel + ":" + text.replace(' ', '-'));
        return stack.broker().encode(Topics.REPLIES, Event.first(id, "/embed", now, channel.toString(), post));
    }

    /** Waits until so many replies have a receipt that says how they ended. */
    private static void awaitOutcomes(Stack stack, String run, int count) {
        await().atMost(PATIENCE)
                .until(() -> stack.broker().readOn(Topics.RECEIPTS).stream()
                                .map(record -> new String(
                                        record.headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                                .filter(id -> id.startsWith("once:" + run + ":") && id.endsWith("/receipt:done"))
                                .distinct()
                                .count()
                        >= count);
    }
}
