package dev.warren.runtime.trouble;

import static dev.warren.runtime.fixtures.Trials.answers;
import static dev.warren.runtime.fixtures.Trials.trial;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.runtime.fixtures.Trials;
import dev.warren.runtime.testing.Asked;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WarrenServers.class)
class ContentStaysOutOfLogsTest {
    private static final String CONTENT = "canary" + Trials.word();

    @Test
    void whateverGoesWrong_noLogLineQuotesWhatAMemberWrote() {
        var log = new Captured();
        var root = Logger.getLogger("");
        root.addHandler(log);
        try (var broker = Trials.broker()) {
            // Given
            var asked = List.of(
                    trial("throw", CONTENT),
                    trial("count-then-throw", CONTENT),
                    trial("insert", CONTENT),
                    trial("insert", CONTENT),
                    trial("swell", CONTENT),
                    trial("refuse", CONTENT),
                    trial(CONTENT, CONTENT),
                    trial("count", CONTENT, Instant.now().minusSeconds(100)),
                    Asked.of(Service.EMBED, Instant.now()).modal("embed:nobody:1", Map.of("words", CONTENT)),
                    Asked.of(Service.EMBED, Instant.now()).completion("trial", "word", CONTENT));
            // When
            broker.send(new ProducerRecord<>(Topics.INTERACTIONS.name(), CONTENT, CONTENT.getBytes(UTF_8)));
            asked.forEach(event -> broker.send(Topics.INTERACTIONS, event));
            // Then
            asked.subList(0, 9).forEach(event -> answers(broker, event, 1));
            assertThat(log.lines).anyMatch(line -> line.contains("record put aside"));
            assertThat(log.lines).noneMatch(line -> line.contains(CONTENT));
        } finally {
            root.removeHandler(log);
        }
    }

    private static final class Captured extends Handler {
        private final Queue<String> lines = new ConcurrentLinkedQueue<>();
        private final SimpleFormatter formatter = new SimpleFormatter();

        @Override
        public void publish(LogRecord record) {
            var text = new StringWriter();
            text.append(formatter.formatMessage(record)).append(' ').append(record.getMessage());
            if (record.getThrown() != null) {
                record.getThrown().printStackTrace(new PrintWriter(text, true));
            }
            if (record instanceof org.jboss.logmanager.ExtLogRecord extended) {
                text.append(extended.getFormattedMessage());
            }
            lines.add(text.toString());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
