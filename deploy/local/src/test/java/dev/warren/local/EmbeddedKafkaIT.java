package dev.warren.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedKafkaIT {
    @TempDir
    private Path folder;

    @Test
    void broker_startedAgainInItsFolder_hasTopicAndRecord() throws Exception {
        // Given
        var options = new ServerOptions(FreePorts.any(), folder.resolve("data"), folder.resolve("log"), true);
        try (var first = EmbeddedKafka.start(options)) {
            create(first, "words");
            Kafka.send(first.bootstrapServers(), "words", "kept");
        }

        // When
        try (var second = EmbeddedKafka.start(options)) {
            // Then
            assertThat(Kafka.read(second.bootstrapServers(), "words")).containsExactly("kept");
        }
    }

    @Test
    void twoBrokers_sideBySide_doNotSeeEachOther() throws Exception {
        try (var one = EmbeddedKafka.start(ServerOptions.throwaway(folder.resolve("one")));
                var two = EmbeddedKafka.start(ServerOptions.throwaway(folder.resolve("two")))) {
            create(one, "only-here");

            assertThat(topics(one)).contains("only-here");
            assertThat(topics(two)).doesNotContain("only-here");
        }
    }

    private static void create(EmbeddedKafka broker, String topic) throws Exception {
        try (var admin = admin(broker)) {
            admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get(30, TimeUnit.SECONDS);
        }
    }

    private static Iterable<String> topics(EmbeddedKafka broker) throws Exception {
        try (var admin = admin(broker)) {
            return admin.listTopics().names().get(30, TimeUnit.SECONDS);
        }
    }

    private static Admin admin(EmbeddedKafka broker) {
        return Admin.create(Map.of("bootstrap.servers", (Object) broker.bootstrapServers()));
    }
}
