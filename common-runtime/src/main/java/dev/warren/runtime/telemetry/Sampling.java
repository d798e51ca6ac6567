package dev.warren.runtime.telemetry;

import dev.warren.runtime.config.RuntimeConfig;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Which traces are taken: of those that begin here, so many in a second; of all others, those that who began them took. */
@Singleton
class Sampling {
    @Produces
    @Singleton
    Sampler sampler(RuntimeConfig config) {
        return Sampler.parentBased(new RateLimitedSampler(config.traces().perSecond(), System::nanoTime));
    }
}
