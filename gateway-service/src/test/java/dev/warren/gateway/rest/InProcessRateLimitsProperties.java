package dev.warren.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.warren.gateway.rest.RateLimits.BucketId;
import dev.warren.gateway.rest.RateLimits.BucketReading;
import dev.warren.gateway.rest.RateLimits.Leave;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whatever the times at which leave is asked for, limits hold and are used up. */
class InProcessRateLimitsProperties {
    private static final BucketId BUCKET = new BucketId("b", "1");
    private static final long MILLI = 1_000_000L;

    private long now;

    private InProcessRateLimits limits(int globalPerSecond) {
        return new InProcessRateLimits(
                new RestSettings.Limits(globalPerSecond, Duration.ofMillis(250), 10, 10, 10, Duration.ZERO), () -> now);
    }

    private static boolean granted(Leave leave) {
        return leave instanceof Leave.Granted;
    }

    /** Requests travel for a while, and arrive somewhere between sending and answer. */
    @Property(tries = 300)
    void globalLimit_holdsForTheArrivalsInEverySecondHoweverLongRequestsTravel(
            @ForAll @IntRange(min = 1, max = 60) int perSecond,
            @ForAll @Size(min = 1, max = 300) List<@IntRange(min = 0, max = 40) Integer> gapsInMillis,
            @ForAll Random random) {
        InProcessRateLimits limits = limits(perSecond);
        PriorityQueue<Long> answers = new PriorityQueue<>();
        List<Long> arrivals = new ArrayList<>();
        for (int gap : gapsInMillis) {
            now += gap * MILLI;
            long asked = now;
            while (!answers.isEmpty() && answers.element() <= asked) {
                now = answers.remove();
                limits.answeredGlobal();
            }
            now = asked;
            if (granted(limits.takeGlobal(0).result())) {
                long arrival = now + random.nextLong(120 * MILLI);
                arrivals.add(arrival);
                answers.add(arrival + random.nextLong(120 * MILLI));
            }
        }
        arrivals.sort(null);
        for (int i = perSecond; i < arrivals.size(); i++) {
            assertThat(arrivals.get(i) - arrivals.get(i - perSecond)).isGreaterThanOrEqualTo(1_000 * MILLI);
        }
    }

    @Example
    void globalLimit_ofAnswersThatNeverCome_isFreeAgainAfterThePatience() {
        InProcessRateLimits limits = limits(1);
        assertThat(granted(limits.takeGlobal(0).result())).isTrue();
        now += 1_249 * MILLI;
        assertThat(granted(limits.takeGlobal(0).result())).isFalse();
        now += MILLI;
        assertThat(granted(limits.takeGlobal(0).result())).isTrue();
    }

    @Property(tries = 200)
    void askingAgainAfterTheDelay_isGranted(
            @ForAll @IntRange(min = 1, max = 10) int limit, @ForAll @IntRange(min = 1, max = 5_000) int resetMillis) {
        InProcessRateLimits limits = limits(50);
        limits.observe(BUCKET, new BucketReading(limit, 0, Duration.ofMillis(resetMillis)), 0);
        Leave first = limits.take(BUCKET).result();
        assertThat(first).isEqualTo(new Leave.Later(Duration.ofMillis(resetMillis)));
        now += resetMillis * MILLI;
        for (int i = 0; i < limit; i++) {
            assertThat(granted(limits.take(BUCKET).result())).isTrue();
        }
        assertThat(granted(limits.take(BUCKET).result())).isFalse();
    }

    @Property(tries = 50)
    void answersThatCameLate_neverGiveMoreThanIsLeft(@ForAll @IntRange(min = 3, max = 10) int limit) {
        InProcessRateLimits limits = limits(50);
        limits.observe(BUCKET, new BucketReading(limit, limit - 1, Duration.ofSeconds(5)), 0);
        for (int i = 0; i < limit - 1; i++) {
            assertThat(granted(limits.take(BUCKET).result())).isTrue();
        }
        limits.observe(BUCKET, new BucketReading(limit, limit - 2, Duration.ofSeconds(5)), 0);
        assertThat(granted(limits.take(BUCKET).result())).isFalse();
    }

    /** Discord's window ends a little before ours, so the request that opens its next one is the last of our old one. */
    @Property(tries = 200)
    void requestsAsManyAsAllowed_evenlySpread_neverWait(
            @ForAll @IntRange(min = 2, max = 10) int limit, @ForAll @IntRange(min = 0, max = 50) int roundTripMillis) {
        InProcessRateLimits limits = new InProcessRateLimits(RestSettings.Limits.DEFAULT, () -> now);
        long length = 5_000 * MILLI;
        long apart = length / (limit - 1);
        long begun = now - length;
        int used = 0;
        for (int i = 0; i < 10 * limit; i++) {
            long sent = now;
            assertThat(granted(limits.take(BUCKET).result())).isTrue();
            if (sent - begun >= length) {
                begun = sent;
                used = 0;
            }
            used++;
            now = sent + roundTripMillis * MILLI;
            limits.observe(BUCKET, new BucketReading(limit, limit - used, Duration.ofNanos(begun + length - sent)), 0);
            now = sent + apart;
        }
    }

    @Property(tries = 50)
    void newWindow_withOthersUnderWay_leavesTheirPlaces(@ForAll @IntRange(min = 3, max = 10) int limit) {
        InProcessRateLimits limits = limits(50);
        limits.observe(BUCKET, new BucketReading(limit, 1, Duration.ofMillis(20)), 0);
        limits.observe(BUCKET, new BucketReading(limit, limit - 1, Duration.ofSeconds(5)), 2);
        for (int i = 0; i < limit - 3; i++) {
            assertThat(granted(limits.take(BUCKET).result())).isTrue();
        }
        assertThat(granted(limits.take(BUCKET).result())).isFalse();
    }

    @Property(tries = 20)
    void pause_holdsABucketOfWhichNothingIsKnown(@ForAll @IntRange(min = 1, max = 1_000) int millis) {
        InProcessRateLimits limits = limits(50);
        limits.pause(BUCKET, Duration.ofMillis(millis));
        assertThat(limits.take(BUCKET).result()).isEqualTo(new Leave.Later(Duration.ofMillis(millis)));
        now += millis * MILLI;
        assertThat(granted(limits.take(BUCKET).result())).isTrue();
    }

    @Property(tries = 20)
    void manyBuckets_areNotRememberedForEver(@ForAll @IntRange(min = 11, max = 50) int buckets) {
        InProcessRateLimits limits = limits(50);
        for (int i = 0; i < buckets; i++) {
            limits.pause(new BucketId("b", "m" + i), Duration.ofSeconds(1));
        }
        assertThat(granted(limits.take(new BucketId("b", "m0")).result())).isTrue();
        assertThat(granted(limits.take(new BucketId("b", "m" + (buckets - 1))).result()))
                .isFalse();
    }
}
