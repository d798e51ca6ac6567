package dev.warren.runtime.telemetry;

import static dev.warren.runtime.fixtures.Trials.answers;
import static dev.warren.runtime.fixtures.Trials.trial;
import static dev.warren.runtime.fixtures.Trials.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.fixtures.Trials;
import dev.warren.runtime.testing.WarrenServers;
import dev.warren.schemas.topics.Topics;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(WarrenServers.class)
@SuppressWarnings("NullAway.Init") // the test framework sets the address
class MetricsTest {
    @TestHTTPResource("/q/metrics")
    URI metrics;

    @Test
    void whatAServiceDoes_isCountedByName() {
        try (var broker = Trials.broker();
                var http = HttpClient.newHttpClient()) {
            // Given
            var done = trial("count", word());
            broker.send(Topics.INTERACTIONS, done);
            answers(broker, done, 1);
            broker.send(Topics.INTERACTIONS, done);
            answers(broker, done, 2);
            var refused = trial("refuse", word());
            broker.send(Topics.INTERACTIONS, refused);
            answers(broker, refused, 1);
            var failing = trial("throw", word());
            broker.send(Topics.INTERACTIONS, failing);
            answers(broker, failing, 1);
            // Then
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                var text = http.send(HttpRequest.newBuilder(metrics).build(), HttpResponse.BodyHandlers.ofString())
                        .body();
                assertThat(text)
                        .contains("warren_commands_seconds_bucket{command=\"trial\",outcome=\"done\",le=")
                        .contains("warren_commands_seconds_count{command=\"trial\",outcome=\"not-today\"}")
                        .contains("warren_commands_seconds_count{command=\"trial\",outcome=\"failed\"}")
                        .contains("warren_records_consumed_count{topic=\"discord.interactions\"}")
                        .contains("warren_records_published_total{topic=\"bot.answers\"}")
                        .contains("warren_dead_letters_total{topic=\"discord.interactions\"}")
                        .contains("warren_decisions_total{reason=\"not-today\"}")
                        .contains("warren_inbox_hits_total")
                        .contains("warren_outages_total{what=\"kafka\"}")
                        .contains("warren_waiting 0")
                        .contains("warren_timers_lag_seconds_count");
            });
        }
    }
}
