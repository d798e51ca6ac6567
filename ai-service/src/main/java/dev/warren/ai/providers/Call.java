package dev.warren.ai.providers;

import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** One call of a model, from the first byte to the last. */
public final class Call {
    private Call() {}

    /**
     * Asks, and waits; on a virtual thread.
     *
     * @param partial sees each piece as it comes
     * @param longest the most it may take
     * @throws CallFailed when it fails, or ends without saying that it is whole
     */
    public static ChatResponse of(
            StreamingChatModel model, ChatRequest request, Consumer<String> partial, Duration longest)
            throws CallFailed {
        var whole = new CompletableFuture<ChatResponse>();
        try {
            model.chat(request, new StreamingChatResponseHandler() {
                @Override
                public void onPartialResponse(String text) {
                    if (!whole.isDone()) {
                        partial.accept(text);
                    }
                }

                @Override
                public void onCompleteResponse(ChatResponse response) {
                    whole.complete(response);
                }

                @Override
                public void onError(Throwable error) {
                    whole.completeExceptionally(error);
                }
            });
            return complete(whole.get(longest.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallFailed(Failure.BROKEN, Optional.empty(), "interrupted");
        } catch (TimeoutException e) {
            throw new CallFailed(Failure.BROKEN, Optional.empty(), "too slow");
        } catch (ExecutionException e) {
            throw Failures.of(e.getCause() == null ? e : e.getCause());
        } catch (RuntimeException e) {
            throw Failures.of(e);
        }
    }

    /** A stream that was cut ends like one that is whole, except for the reason of its end. */
    private static ChatResponse complete(ChatResponse response) throws CallFailed {
        var message = response.aiMessage();
        boolean empty = message.text() == null || message.text().isBlank();
        if (message.hasToolExecutionRequests() || (response.finishReason() != null && !empty)) {
            return response;
        }
        throw new CallFailed(Failure.BROKEN, Optional.empty(), empty ? "empty answer" : "cut stream");
    }
}
