package dev.warren.runtime.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.opentelemetry.sdk.trace.samplers.SamplingDecision;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RateLimitedSamplerTest {
    private final AtomicLong nanos = new AtomicLong(Duration.ofHours(3).toNanos());
    private final Sampler sampler = new RateLimitedSampler(3, nanos::get);

    @Test
    void sample_moreThanTheLimitInASecond_takesTheFirst() {
        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void sample_inTheNextSecond_takesAsManyAgain() {
        // Given
        taken(10);
        // When
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        // Then
        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void sample_afterAQuietTime_savesNothingUp() {
        nanos.addAndGet(Duration.ofMinutes(5).toNanos());

        assertThat(taken(10)).isEqualTo(3);
    }

    @Test
    void sample_limitZero_takesNone() {
        assertThat(decision(new RateLimitedSampler(0, nanos::get))).isEqualTo(SamplingDecision.DROP);
    }

    @Test
    void new_limitNegative_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RateLimitedSampler(-1, nanos::get))
                .withMessage("perSecond must not be negative: -1");
    }

    private long taken(int tries) {
        return IntStream.range(0, tries)
                .filter(_ -> decision(sampler) == SamplingDecision.RECORD_AND_SAMPLE)
                .count();
    }

    private static SamplingDecision decision(Sampler sampler) {
        return sampler.shouldSample(
                        Context.root(), "0", "discord MESSAGE_CREATE", SpanKind.PRODUCER, Attributes.empty(), List.of())
                .getDecision();
    }
}
