package dev.warren.memory.facts;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.warren.runtime.events.OnContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * Turns sentences into vectors whose directions are alike where the meaning is. The model is loaded with the first sentence; what was asked
 * lately is remembered for a moment, so that it can be made before a transaction begins.
 */
@ApplicationScoped
class Embedder {
    private final Worker worker;
    private final AsyncCache<String, Quantised> lately;
    private final Timer timer;

    Embedder(FactsConfig config, Worker worker, MeterRegistry meters) {
        this.worker = worker;
        this.lately = Caffeine.newBuilder()
                .maximumSize(config.embeddingsKept())
                .expireAfterWrite(config.embeddingsKeptFor())
                .buildAsync();
        this.timer = Timer.builder("warren.facts.embedding")
                .description("how long the embedding of a sentence takes, in the queue and in the model")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(10))
                .register(meters);
    }

    /** The vector of a text that {@link FactText} allows. Ends on the caller's context. */
    Uni<Quantised> embed(String text) {
        return Uni.createFrom()
                .completionStage(() -> lately.get(text, (key, _) -> made(key)))
                .emitOn(OnContext.executor());
    }

    private CompletableFuture<Quantised> made(String text) {
        var sample = Timer.start();
        return CompletableFuture.supplyAsync(() -> Quantised.of(SentenceModel.embed(text)), worker.executor())
                .whenComplete((_, _) -> sample.stop(timer));
    }
}
