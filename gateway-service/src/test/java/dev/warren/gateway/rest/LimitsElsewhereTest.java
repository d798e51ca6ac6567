package dev.warren.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.rest.RestOutcome.Posted;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Limits that answer later and on other threads, as a shared store does, or not at all. */
class LimitsElsewhereTest extends RestFixture {
    /** Asks the limits of the process on a thread of its own. */
    private record Distant(RateLimits limits) implements RateLimits {
        private static <T> Future<T> later(Supplier<Future<T>> question) {
            Promise<T> answer = Promise.promise();
            Thread.ofVirtual().start(() -> question.get().onComplete(answer));
            return answer.future();
        }

        @Override
        public Future<Leave> take(BucketId bucket) {
            return later(() -> limits.take(bucket));
        }

        @Override
        public Future<Leave> takeGlobal(int left) {
            return later(() -> limits.takeGlobal(left));
        }

        @Override
        public Future<Pass> takeBoth(BucketId bucket) {
            return later(() -> limits.takeBoth(bucket));
        }

        @Override
        public void answeredGlobal() {
            limits.answeredGlobal();
        }

        @Override
        public void observe(BucketId bucket, BucketReading reading, int underWay) {
            limits.observe(bucket, reading, underWay);
        }

        @Override
        public void pause(BucketId bucket, Duration time) {
            limits.pause(bucket, time);
        }

        @Override
        public void pauseAll(Duration time) {
            limits.pauseAll(time);
        }
    }

    private static final class Broken implements RateLimits {
        @Override
        public Future<Leave> take(BucketId bucket) {
            return Future.failedFuture("the store is away");
        }

        @Override
        public Future<Leave> takeGlobal(int left) {
            return Future.failedFuture("the store is away");
        }

        @Override
        public Future<Pass> takeBoth(BucketId bucket) {
            return Future.failedFuture("the store is away");
        }

        @Override
        public void answeredGlobal() {}

        @Override
        public void observe(BucketId bucket, BucketReading reading, int underWay) {}

        @Override
        public void pause(BucketId bucket, Duration time) {}

        @Override
        public void pauseAll(Duration time) {}
    }

    private List<RestOutcome> sendTen() {
        List<Future<RestOutcome>> sent = IntStream.range(0, 10)
                .mapToObj(i -> rest.send(message("10", "n" + i)))
                .toList();
        return sent.stream().map(ScriptedDiscord::await).toList();
    }

    @Test
    void limitsThatAnswerLater_areKeptInOrder() {
        // Given
        discord.limit = 4;
        discord.windowMillis = 200;
        rest = client(new Distant(limits(30)));
        // When
        List<RestOutcome> outcomes = sendTen();
        // Then
        assertThat(outcomes).allMatch(Posted.class::isInstance);
        assertThat(discord.bodiesAt("10"))
                .isEqualTo(IntStream.range(0, 10).mapToObj(i -> "n" + i).toList());
        assertThat(discord.limited).hasValue(0);
    }

    @Test
    void limitsThatAreAway_stopNobody() {
        // Given
        rest = client(new Broken());
        // Then
        assertThat(sendTen()).allMatch(Posted.class::isInstance);
    }
}
