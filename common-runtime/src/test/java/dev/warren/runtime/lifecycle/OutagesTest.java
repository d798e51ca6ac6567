package dev.warren.runtime.lifecycle;

import static dev.warren.runtime.fixtures.Trials.answers;
import static dev.warren.runtime.fixtures.Trials.runs;
import static dev.warren.runtime.fixtures.Trials.trial;
import static dev.warren.runtime.fixtures.Trials.word;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.warren.runtime.redis.Redis;
import dev.warren.runtime.testing.Broker;
import dev.warren.schemas.topics.Service;
import dev.warren.schemas.topics.Topics;
import io.lettuce.core.api.async.RedisAsyncCommands;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** One story, since each of its chapters begins with the servers as the one before left them. */
@QuarkusTest
@WithTestResource(Outlets.class)
@SuppressWarnings("NullAway.Init") // the test framework sets two fields
class OutagesTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TestHTTPResource("/q/health/")
    URI health;

    Outlets outlets;

    private final Pool pool;
    private final Redis redis;
    private final HttpClient http = HttpClient.newHttpClient();

    OutagesTest(Pool pool, Redis redis) {
        this.pool = pool;
        this.redis = redis;
    }

    @Test
    void service_whoseServersComeAndGo_waitsForEachByNameStaysAliveAndLosesNothing() {
        // at the start nothing is there
        redis.call(RedisAsyncCommands::ping).subscribe().with(_ -> {}, _ -> {});
        unready("waiting for postgresql", "waiting for kafka", "waiting for redis");
        outlets.postgres().plug();
        ready("waiting for kafka", false);
        await().atMost(LONG).untilAsserted(() -> assertThat(readiness().body()).doesNotContain("postgresql"));
        outlets.redis().plug();
        outlets.startKafka();
        ready("UP", true);

        try (var broker = new Broker(outlets.bootstrapServers())) {
            databaseGoes(broker);
            redisGoes();
            brokerGoes(broker);
        }
    }

    private void databaseGoes(Broker broker) {
        var before = word();
        var first = trial("count", before);
        broker.send(Topics.INTERACTIONS, first);
        answers(broker, first, 1);

        outlets.postgres().pull();
        var during = word();
        var second = trial("count", during);
        broker.send(Topics.INTERACTIONS, second);
        unready("waiting for postgresql");
        outlets.postgres().plug();
        answers(broker, second, 1);
        ready("UP", true);
        assertThat(runs(pool, during)).isEqualTo(1);
        assertThat(broker.readOn(Topics.deadLettersWithContent(Service.EMBED))).isEmpty();
    }

    private void redisGoes() {
        outlets.redis().pull();
        unready("waiting for redis");
        outlets.redis().plug();
        ready("UP", true);
    }

    private void brokerGoes(Broker broker) {
        var word = word();
        var later = trial("later", word);
        broker.send(Topics.INTERACTIONS, later);
        answers(broker, later, 1);
        outlets.stopKafka();
        unready("waiting for kafka");
        outlets.startKafka();
        ready("UP", true);
        await().atMost(LONG).untilAsserted(() -> assertThat(runs(pool, word)).isEqualTo(1));
        var after = trial("count", word);
        broker.send(Topics.INTERACTIONS, after);
        answers(broker, after, 1);
        assertThat(runs(pool, word)).isEqualTo(2);
    }

    private void unready(String... reasons) {
        await().atMost(LONG).untilAsserted(() -> {
            assertThat(get("live").statusCode()).isEqualTo(200);
            var ready = readiness();
            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(ready.body()).contains(reasons);
        });
    }

    private void ready(String what, boolean up) {
        await().atMost(LONG).untilAsserted(() -> {
            var ready = readiness();
            assertThat(ready.statusCode()).isEqualTo(up ? 200 : 503);
            assertThat(ready.body()).contains(what);
        });
    }

    private HttpResponse<String> readiness() {
        return get("ready");
    }

    private HttpResponse<String> get(String what) {
        try {
            return http.send(
                    HttpRequest.newBuilder(health.resolve(what)).build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
