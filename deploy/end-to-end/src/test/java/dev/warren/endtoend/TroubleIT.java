package dev.warren.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import dev.warren.simulator.client.SimulatorClient.Written;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What breaks in mid-stream: nothing is lost, nothing counts or is said twice. */
@ExtendWith(OnStack.class)
class TroubleIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern XP = Pattern.compile("(\\d+) XP");

    @Test
    void commands_redeliveredAsRecords_areAnsweredOnce(Stack stack) {
        // Given
        var chat = new Chat(stack);
        var said = chat.say("ada", "!rank");
        chat.replyTo(said);
        var record = stack.broker()
                .awaitRecords(
                        Topics.INTERACTIONS, 1, found -> header(found, "ce_id").equals("command:" + said.id()))
                .getFirst();
        // When
        stack.broker()
                .send(new ProducerRecord<>(
                        record.topic(),
                        record.partition(),
                        record.timestamp(),
                        record.key(),
                        record.value(),
                        record.headers()));
        // Then: the outcome is emitted again under the same id, and posted once
        stack.broker()
                .awaitRecords(
                        Topics.REPLIES, 2, found -> header(found, "ce_id").equals("command:" + said.id() + "/answer"));
        chat.answerTo(chat.slash("ada", "ping", Map.of()));
        assertThat(chat.messages())
                .filteredOn(message -> Chat.isReplyTo(message, said))
                .hasSize(1);
    }

    @Test
    void malformedRecord_goesToTheDeadLetters_andTheStreamGoesOn(Stack stack) {
        // When
        stack.broker()
                .send(new ProducerRecord<>(
                        Topics.FACTS.name(), 3, "rubbish", "no json".getBytes(StandardCharsets.UTF_8)));
        // Then
        stack.broker()
                .await(
                        Topics.deadLetters(Service.LEVELING),
                        received -> received.event().payload().toString().contains("rubbish"));
        var chat = new Chat(stack);
        assertThat(Chat.text(chat.answerTo(chat.slash("ada", "rank", Map.of()))))
                .isNotEmpty();
    }

    @Test
    void gatewayConnection_closedInMidStream_losesNoMessage(Stack stack) {
        // Given
        var chat = new Chat(stack);
        var written = new ArrayList<String>();
        // When
        for (int i = 0; i < 60; i++) {
            if (i == 20 || i == 40) {
                stack.discord().fault("close-gateway", Map.of("count", 1));
            }
            written.add(chat.say("talker-" + i, "message number " + i).id());
        }
        // Then
        assertPublishedOnce(stack, written);
    }

    @Test
    void leveling_killedInMidStream_countsEachMemberOnce(Stack stack) {
        // Given
        var chat = new Chat(stack, "killed");
        var members = names("hardy", 40);
        // When
        members.subList(0, 20).forEach(member -> chat.say(member, "before the accident"));
        stack.kill("leveling-service");
        members.subList(20, 40).forEach(member -> chat.say(member, "after the accident"));
        // Then
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ranked(chat, members)).hasSize(40));
        assertThat(ranked(chat, members).values()).allMatch(xp -> xp >= 15 && xp <= 50);
    }

    @Test
    void redis_flushedInMidStream_losesNoAnswerAndSaysNothingTwice(Stack stack) {
        // Given
        var chat = new Chat(stack);
        var asked = new ArrayList<Written>();
        // When
        for (int i = 0; i < 20; i++) {
            if (i == 10) {
                stack.flushRedis();
            }
            asked.add(chat.say("flusher-" + i, "!rank"));
        }
        // Then
        asked.forEach(chat::replyTo);
        chat.answerTo(chat.slash("ada", "ping", Map.of()));
        assertThat(asked)
                .allSatisfy(said -> assertThat(chat.messages())
                        .filteredOn(message -> Chat.isReplyTo(message, said))
                        .hasSize(1));
    }

    @Test
    void discord_withErrorsAndLimits_isNeverTheMembersProblem(Stack stack) {
        // Given
        var chat = new Chat(stack);
        stack.discord().fault("rest-500", Map.of("count", 2));
        stack.discord().fault("rest-429", Map.of("count", 1));
        // When
        var said = chat.say("ada", "!ping");
        // Then
        assertThat(chat.replyTo(said).getString("content", "")).isNotNull();
        stack.discord().clearFaults();
    }

    private static List<String> names(String stem, int count) {
        return IntStream.range(0, count).mapToObj(i -> stem + "-" + i).toList();
    }

    /** XP by member, as each is told when asking. */
    private static Map<String, Integer> ranked(Chat chat, List<String> members) {
        return members.stream()
                .map(member -> Map.entry(member, Chat.text(chat.answerTo(chat.slash(member, "rank", Map.of())))))
                .filter(found -> found.getValue().matches(".*\\d+ XP.*"))
                .collect(Collectors.toMap(Map.Entry::getKey, found -> xp(found.getValue())));
    }

    private static int xp(String card) {
        var found = XP.matcher(card);
        int least = Integer.MAX_VALUE;
        while (found.find()) {
            least = Math.min(least, Integer.parseInt(found.group(1)));
        }
        return least;
    }

    private static void assertPublishedOnce(Stack stack, List<String> written) {
        var wanted = written.stream().map(id -> "fact:" + id).toList();
        var facts = stack.broker()
                .awaitRecords(Topics.FACTS, written.size(), record -> wanted.contains(header(record, "ce_id")));
        assertThat(facts).extracting(record -> header(record, "ce_id")).containsExactlyInAnyOrderElementsOf(wanted);
    }

    private static String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
