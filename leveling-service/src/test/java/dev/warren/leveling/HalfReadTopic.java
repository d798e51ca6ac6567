package dev.warren.leveling;

import dev.warren.runtime.testing.Broker;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.ids.GuildId;
import dev.warren.schemas.ids.UserId;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.flywaydb.core.Flyway;

/** Servers as a crash leaves them: the database has the first of three facts, the broker thinks that all were read. */
public final class HalfReadTopic implements QuarkusTestResourceLifecycleManager {
    static final GuildId GUILD = new GuildId(301);
    private static final String GROUP = "leveling-service.facts";

    private final WarrenServers servers = new WarrenServers();

    @Override
    public Map<String, String> start() {
        var settings = servers.start();
        var last = publish(settings.getOrDefault("warren.test.kafka", ""));
        store(settings, last);
        return settings;
    }

    private static RecordMetadata publish(String kafka) {
        var noon = Instant.now().truncatedTo(ChronoUnit.HOURS).minus(1, ChronoUnit.DAYS);
        RecordMetadata last;
        try (var broker = new Broker(kafka)) {
            last = broker.sendAll(Stream.of(0, 60, 120)
                            .map(seconds -> Facts.written(GUILD, new UserId(1), noon.plusSeconds(seconds)))
                            .map(fact -> broker.encode(Topics.FACTS, Facts.event(fact)))
                            .toList())
                    .getLast();
        }
        var partition = new TopicPartition(last.topic(), last.partition());
        try (var admin = Admin.create(Map.of("bootstrap.servers", (Object) kafka))) {
            // refused while a member of an earlier run has not quite left
            Awaitility.await().atMost(Duration.ofSeconds(30)).ignoreExceptions().until(() -> {
                admin.alterConsumerGroupOffsets(GROUP, Map.of(partition, new OffsetAndMetadata(last.offset() + 1)))
                        .all()
                        .get(5, TimeUnit.SECONDS);
                return true;
            });
        }
        return last;
    }

    private static void store(Map<String, String> settings, RecordMetadata last) {
        var url = settings.get("quarkus.datasource.jdbc.url");
        var user = settings.get("quarkus.datasource.username");
        var password = settings.get("quarkus.datasource.password");
        Flyway.configure()
                .dataSource(url, user, password)
                .locations("db/runtime", "db/migration")
                .load()
                .migrate();
        try (var connection = DriverManager.getConnection(url, user, password);
                var insert = connection.prepareStatement("INSERT INTO consumed_offset VALUES (?, ?, ?)")) {
            insert.setString(1, last.topic());
            insert.setInt(2, last.partition());
            insert.setLong(3, last.offset() - 1);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the offset could not be stored", e);
        }
    }

    @Override
    public void stop() {
        servers.stop();
    }
}
