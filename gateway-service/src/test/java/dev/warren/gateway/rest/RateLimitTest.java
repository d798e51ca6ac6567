package dev.warren.gateway.rest;

import static dev.warren.gateway.rest.ScriptedDiscord.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.rest.RestOutcome.Expired;
import dev.warren.gateway.rest.RestOutcome.Posted;
import dev.warren.gateway.rest.RestOutcome.Unavailable;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Discord's limits, on a server that keeps them. */
class RateLimitTest extends RestFixture {
    private List<Future<RestOutcome>> sendMessages(String channel, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> rest.send(message(channel, "n" + i)))
                .toList();
    }

    private List<Future<RestOutcome>> sendToChannels(int channels) {
        return IntStream.range(0, channels)
                .mapToObj(i -> rest.send(message("c" + i, "n")))
                .toList();
    }

    private static void assertAllPosted(List<Future<RestOutcome>> sent) {
        assertThat(sent.stream().map(ScriptedDiscord::await)).allMatch(Posted.class::isInstance);
    }

    private static List<String> numbered(int count) {
        return IntStream.range(0, count).mapToObj(i -> "n" + i).toList();
    }

    @Test
    void moreThanABucketAllows_isSpreadOverItsWindowsInOrderWithoutA429() {
        // Given
        discord.limit = 5;
        discord.windowMillis = 300;
        // When
        assertAllPosted(sendMessages("10", 17));
        // Then
        assertThat(discord.bodiesAt("10")).isEqualTo(numbered(17));
        assertThat(discord.limited).hasValue(0);
    }

    @Test
    void channelThatSeldomWantsAnything_isNotKeptWaitingByManyThatWantEverMore() {
        // Given
        assertAllPosted(sendToChannels(60));
        List<Future<RestOutcome>> more = sendToChannels(60);
        // When
        await(rest.send(message("quiet", "n")));
        // Then
        assertThat(more.stream().filter(Future::isComplete)).hasSizeLessThan(30);
    }

    @Test
    void requestsThatWaitForTheGlobalLimit_areSpreadOverTheSecond() {
        // Given
        assertAllPosted(sendToChannels(50));
        // When
        assertAllPosted(sendToChannels(50));
        // Then
        long took =
                discord.arrivals.getLast().nanos() - discord.arrivals.get(50).nanos();
        assertThat(Duration.ofNanos(took)).isGreaterThan(Duration.ofMillis(600));
    }

    @Test
    void slowBucket_doesNotStallAnother() {
        // Given
        discord.limit = 1;
        discord.windowMillis = 2_000;
        List<Future<RestOutcome>> slow = sendMessages("10", 2);
        await(slow.getFirst());
        // When
        Instant before = Instant.now();
        await(rest.send(message("11", "quick")));
        // Then
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofMillis(500));
        assertThat(slow.getLast().isComplete()).isFalse();
    }

    @Test
    void unorderedRequests_areUnderWayTogetherAsTheBucketAllows() {
        // Given
        discord.limit = 8;
        await(rest.send(message("10", "first")));
        discord.delayMillis = 100;
        // When
        List<Future<RestOutcome>> sent = IntStream.range(0, 7)
                .mapToObj(i -> rest.send(message("10", "n" + i).unordered()))
                .toList();
        assertAllPosted(sent);
        // Then
        assertThat(discord.mostAtOnce.get()).isEqualTo(7);
        assertThat(discord.limited).hasValue(0);
    }

    @Test
    void orderedRequestsOfOneChannel_areNeverUnderWayTogether() {
        // Given
        discord.delayMillis = 5;
        // When
        assertAllPosted(sendMessages("10", 12));
        // Then
        assertThat(discord.mostAtOnce.get()).isEqualTo(1);
        assertThat(discord.bodiesAt("10")).isEqualTo(numbered(12));
    }

    @Test
    void requestsOverAllChannels_keepTheGlobalLimitInEverySecond() {
        // Given
        assertAllPosted(sendToChannels(30));
        discord.globalPerSecond = 30;
        // When
        assertAllPosted(sendToChannels(75));
        // Then
        assertThat(discord.limited).hasValue(0);
        long took =
                discord.arrivals.getLast().nanos() - discord.arrivals.get(30).nanos();
        assertThat(Duration.ofNanos(took)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void answersToInteractions_doNotCountForTheGlobalLimit() {
        // Given
        IntStream.range(0, 90).forEach(i -> rest.send(message("c" + i, "n")));
        // When
        Instant before = Instant.now();
        List<Future<RestOutcome>> answers = IntStream.range(0, 40)
                .mapToObj(i -> rest.send(interaction("i" + i)))
                .toList();
        assertAllPosted(answers);
        // Then
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void rateLimited_isWaitedOutAndCountedAsInvalid() {
        // Given
        discord.scripts.add(ScriptedDiscord.rateLimited(0.3, "user"));
        Instant before = Instant.now();
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello")));
        // Then
        assertThat(outcome).isInstanceOf(Posted.class);
        assertThat(Duration.between(before, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(300));
        assertThat(rest.invalidRequests().inLastTenMinutes()).isEqualTo(1);
    }

    @Test
    void rateLimitedBySharedScope_isNotCountedAsInvalid() {
        // Given
        discord.scripts.add(ScriptedDiscord.rateLimited(0.05, "shared"));
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello")));
        // Then
        assertThat(outcome).isInstanceOf(Posted.class);
        assertThat(rest.invalidRequests().inLastTenMinutes()).isZero();
    }

    @Test
    void rateLimitedGlobally_holdsEveryOtherChannelToo() {
        // Given
        discord.scripts.add(ScriptedDiscord.rateLimited(0.5, "global"));
        Future<RestOutcome> first = rest.send(message("10", "hello"));
        org.awaitility.Awaitility.await().until(() -> rest.invalidRequests().inLastTenMinutes() == 1);
        // When
        await(rest.send(message("11", "other")));
        await(first);
        // Then
        long held =
                discord.arrivals.get(1).nanos() - discord.arrivals.getFirst().nanos();
        assertThat(Duration.ofNanos(held)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
    }

    @Test
    void rateLimitedByTheNetworkBeforeDiscord_holdsEverything() {
        // Given
        discord.scripts.add(request -> {
            request.response().setStatusCode(429).putHeader("Retry-After", "1").end("<html>banned</html>");
            return true;
        });
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello")));
        // Then
        assertThat(outcome).isInstanceOf(Posted.class);
        long held =
                discord.arrivals.get(1).nanos() - discord.arrivals.getFirst().nanos();
        assertThat(Duration.ofNanos(held)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void rateLimitedWithoutEnd_isGivenUpAfterTheBound() {
        // Given
        IntStream.range(0, 20).forEach(_ -> discord.scripts.add(ScriptedDiscord.rateLimited(0.01, "user")));
        // When
        RestOutcome outcome = await(rest.send(message("10", "hello")));
        // Then
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Unavailable.class,
                        unavailable -> assertThat(unavailable.why()).isEqualTo("rate limited"));
        assertThat(discord.arrivals).hasSize(5);
    }

    @Test
    void requestThatExpiresWhileItWaits_isNotSent() {
        // Given
        discord.limit = 1;
        discord.windowMillis = 400;
        await(rest.send(message("10", "first")));
        // When
        RestOutcome outcome =
                await(rest.send(message("10", "late").until(Instant.now().plusMillis(100))));
        // Then
        assertThat(outcome).isEqualTo(new Expired());
        assertThat(discord.bodiesAt("10")).containsExactly("first");
    }

    @Test
    void rateLimitedMessage_keepsItsPlaceBeforeTheOnesBehindIt() {
        // Given
        await(rest.send(message("10", "known")));
        discord.scripts.add(ScriptedDiscord.rateLimited(0.1, "user"));
        // When
        assertAllPosted(sendMessages("10", 4));
        // Then
        assertThat(discord.bodiesAt("10")).containsExactly("known", "n0", "n0", "n1", "n2", "n3");
    }
}
