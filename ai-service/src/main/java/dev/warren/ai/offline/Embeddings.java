package dev.warren.ai.offline;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jboss.logging.Logger;

/**
 * Texts as vectors of 384 numbers and length 1, so that what is alike in meaning lies close. The model (all-MiniLM-L6-v2, quantised)
 * runs in the process; it is loaded when it is needed first, and who needs none never pays for it.
 */
@ApplicationScoped
class Embeddings {
    private static final Logger LOG = Logger.getLogger(Embeddings.class);
    /** Longest text, in characters: the model reads some 250 tokens. */
    private static final int LONGEST = 1000;

    private final OfflineConfig config;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, float[]> kept = new HashMap<>();
    private Optional<EmbeddingModel> model = Optional.empty();

    Embeddings(OfflineConfig config) {
        this.config = config;
    }

    /** One vector. */
    float[] of(String text) {
        return all(List.of(text)).getFirst();
    }

    /** A vector for each text, in their order. They are kept, up to a bound; none of a member's words should be asked for so. */
    List<float[]> known(List<String> texts) {
        lock.lock();
        try {
            var missing = texts.stream()
                    .distinct()
                    .filter(text -> !kept.containsKey(text))
                    .toList();
            if (kept.size() + missing.size() > config.mostVectors()) {
                kept.clear();
                missing = texts.stream().distinct().toList();
            }
            var vectors = all(missing);
            for (int i = 0; i < missing.size(); i++) {
                kept.put(missing.get(i), vectors.get(i));
            }
            return texts.stream().map(kept::get).toList();
        } finally {
            lock.unlock();
        }
    }

    /** A vector for each text, in their order. */
    List<float[]> all(List<String> texts) {
        if (texts.isEmpty()) {
            return List.of();
        }
        var segments = texts.stream()
                .map(text -> text.isBlank() ? "-" : text.substring(0, Math.min(LONGEST, text.length())))
                .map(TextSegment::from)
                .toList();
        return new ArrayList<>(loaded().embedAll(segments).content())
                .stream().map(Embedding::vector).toList();
    }

    private EmbeddingModel loaded() {
        lock.lock();
        try {
            if (model.isEmpty()) {
                long began = System.nanoTime();
                model = Optional.of(new AllMiniLmL6V2QuantizedEmbeddingModel());
                LOG.infof(
                        "embedding model loaded millis=%s",
                        Duration.ofNanos(System.nanoTime() - began).toMillis());
            }
            return model.get();
        } finally {
            lock.unlock();
        }
    }

    /** How alike two vectors are, from -1 to 1: the cosine of the angle between them. */
    static double likeness(float[] one, float[] other) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }
        return product / Math.sqrt(first * second);
    }
}
