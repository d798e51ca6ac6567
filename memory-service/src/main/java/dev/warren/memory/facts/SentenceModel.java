package dev.warren.memory.facts;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;

/**
 * The sentence model all-MiniLM-L6-v2, quantised, in this process. It is loaded when it is first used; a service that is never asked never
 * pays for it.
 */
final class SentenceModel {
    private SentenceModel() {}

    /** The vector of a sentence: 384 numbers, of length 1. Takes the calling thread. */
    static float[] embed(String text) {
        return Loaded.MODEL.embed(text).content().vector();
    }

    /** A class of its own, so that the JVM loads it once, at the first use, whoever comes first. */
    private static final class Loaded {
        static final EmbeddingModel MODEL = load();

        private static EmbeddingModel load() {
            // its tokenizer's library would else ask the cloud's metadata address where it runs, and look for updates
            System.setProperty("OPT_OUT_TRACKING", "true");
            System.setProperty("ai.djl.offline", "true");
            var thread = Thread.currentThread();
            var before = thread.getContextClassLoader();
            thread.setContextClassLoader(SentenceModel.class.getClassLoader());
            try {
                // one sentence is embedded on the calling thread, whose number the worker bounds
                return new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }
}
