package dev.warren.ai.models;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.warren.ai.asking.Asker;
import java.util.function.Function;

/**
 * One way to answer.
 *
 * @param provider who runs it, such as {@code openai}, or {@code offline}
 * @param model as the provider calls it
 * @param type how much of a model it is
 * @param speaking the model as somebody is answered by it; it may call its handler on the calling thread, and is called on a virtual one
 */
public record Candidate(
        String provider,
        String model,
        ModelClass type,
        Capabilities capabilities,
        Price price,
        Function<Asker, StreamingChatModel> speaking) {
    /** The provider's id of the embedded default. */
    public static final String OFFLINE = "offline";

    public Candidate {
        if (provider.isBlank() || model.isBlank()) {
            throw new IllegalArgumentException("provider and model must not be blank: " + provider + ", " + model);
        }
    }

    /** {@code provider/model}, by which members know it. */
    public String name() {
        return isOffline() ? OFFLINE : provider + "/" + model;
    }

    public boolean isOffline() {
        return provider.equals(OFFLINE);
    }
}
