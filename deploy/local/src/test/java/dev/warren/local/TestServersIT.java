package dev.warren.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.sql.DriverManager;
import java.util.List;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TestServersIT {
    private static final TestServers SERVERS = TestServers.shared();

    @Test
    void kafka_aRecordIsSent_isReadBack() throws Exception {
        // Given
        SERVERS.createTopics(List.of(new NewTopic("greetings", 1, (short) 1)));
        var bootstrap = SERVERS.kafkaBootstrapServers();

        // When
        Kafka.send(bootstrap, "greetings", "hello");

        // Then
        assertThat(Kafka.read(bootstrap, "greetings")).containsExactly("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"lz4", "zstd", "snappy", "gzip"})
    void kafka_compressedRecord_isTakenAndReadBack(String compression) throws Exception {
        var topic = "compressed-" + compression;
        SERVERS.createTopics(List.of(new NewTopic(topic, 1, (short) 1)));

        Kafka.send(SERVERS.kafkaBootstrapServers(), topic, "hello hello hello", compression);

        assertThat(Kafka.read(SERVERS.kafkaBootstrapServers(), topic)).containsExactly("hello hello hello");
    }

    @Test
    void createTopics_aTopicThatExists_isLeftAsItIs() {
        var topic = new NewTopic("twice", 3, (short) 1);

        SERVERS.createTopics(List.of(topic));
        SERVERS.createTopics(List.of(topic));

        assertThat(Kafka.partitions(SERVERS.kafkaBootstrapServers(), "twice")).isEqualTo(3);
    }

    @Test
    void databaseUrl_askedTwice_givesTwoEmptyDatabases() throws Exception {
        // Given
        var first = SERVERS.databaseUrl("books");
        var second = SERVERS.databaseUrl("books");

        // When
        execute(first, "CREATE TABLE book (title text)");
        execute(second, "CREATE TABLE book (title text)");

        // Then
        assertThat(first).isNotEqualTo(second);
    }

    @Test
    void redis_askedToPing_answers() throws Exception {
        assertThat(Redis.ask(URI.create(SERVERS.redisUrl()).getPort(), "PING")).isEqualTo("+PONG");
    }

    private static void execute(String url, String statement) throws Exception {
        try (var connection =
                        DriverManager.getConnection("jdbc:" + url, SERVERS.databaseUser(), SERVERS.databasePassword());
                var command = connection.createStatement()) {
            command.execute(statement);
        }
    }
}
