package dev.warren.runtime.telemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingResult;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * Takes the first traces of each second, up to a number. So a person who tries something sees all of it, and a flood costs next to
 * nothing.
 */
final class RateLimitedSampler implements Sampler {
    private static final long SECOND_NANOS = 1_000_000_000;

    private final int perSecond;
    private final LongSupplier nanos;
    /** The second since the beginning, in the upper half, and how many traces it has taken, in the lower. */
    private final AtomicLong taken = new AtomicLong();

    private final long begin;

    /**
     * Takes so many.
     *
     * @param perSecond not negative; 0 takes none
     * @param nanos a clock that only goes forward
     */
    RateLimitedSampler(int perSecond, LongSupplier nanos) {
        if (perSecond < 0) {
            throw new IllegalArgumentException("perSecond must not be negative: " + perSecond);
        }
        this.perSecond = perSecond;
        this.nanos = nanos;
        this.begin = nanos.getAsLong();
    }

    @Override
    public SamplingResult shouldSample(
            Context parent, String traceId, String name, SpanKind kind, Attributes attributes, List<LinkData> links) {
        return take() ? SamplingResult.recordAndSample() : SamplingResult.drop();
    }

    private boolean take() {
        long second = (nanos.getAsLong() - begin) / SECOND_NANOS;
        while (true) {
            long before = taken.get();
            long count = before >>> 32 == second ? before & 0xFFFF_FFFFL : 0;
            if (count >= perSecond) {
                return false;
            }
            if (taken.compareAndSet(before, second << 32 | (count + 1))) {
                return true;
            }
        }
    }

    @Override
    public String getDescription() {
        return "RateLimitedSampler{" + perSecond + "/s}";
    }
}
