package dev.warren.ai.web;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks configured services. Redirects are not followed, so that an answer comes from where it was configured and from nowhere else.
 * What is asked never reaches a log, for it carries keys and what members wrote.
 */
@ApplicationScoped
public class Http {
    private static final Duration CONNECTING = Duration.ofSeconds(3);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(1);

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What a service answered. */
    public sealed interface Answer {
        /** Within 200 to 299. */
        record Fine(byte[] body, String contentType) implements Answer {}

        /**
         * Any other status.
         *
         * @param retryAfter as the service asked for with 429 or 503, at most an hour
         */
        record Status(int status, byte[] body, Optional<Duration> retryAfter) implements Answer {}

        /** @param most bytes that are read */
        record TooLarge(int most) implements Answer {}

        record NotInTime(Duration patience) implements Answer {}

        /** Nobody there, or the line broke. */
        record Unreachable() implements Answer {}
    }

    /**
     * Asks, and reads no more and waits no longer than this. The answer comes on a thread of the client.
     *
     * @param most bytes of the largest answer
     */
    public Uni<Answer> ask(HttpRequest.Builder request, Duration patience, int most) {
        return Uni.createFrom().completionStage(() -> send(request, patience, most));
    }

    private CompletableFuture<Answer> send(HttpRequest.Builder request, Duration patience, int most) {
        return client.sendAsync(
                        request.timeout(patience).build(), BodyHandlers.limiting(BodyHandlers.ofByteArray(), most))
                // the request's own timeout ends with the headers
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, failure) -> failure == null ? answer(response) : failed(failure, patience, most));
    }

    private static Answer answer(HttpResponse<byte[]> response) {
        var status = response.statusCode();
        return status >= 200 && status < 300
                ? new Answer.Fine(
                        response.body(),
                        response.headers().firstValue("content-type").orElse(""))
                : new Answer.Status(status, response.body(), retryAfter(response));
    }

    /** In seconds; a date, which the same header may hold, is not what these services send. */
    private static Optional<Duration> retryAfter(HttpResponse<byte[]> response) {
        return response.headers()
                .firstValue("retry-after")
                .filter(text -> text.matches("\\d{1,6}"))
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(pause -> pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause);
    }

    private static Answer failed(Throwable failure, Duration patience, int most) {
        var cause = failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
            return new Answer.NotInTime(patience);
        }
        if (cause instanceof IOException) {
            return String.valueOf(cause.getMessage()).contains("exceeds")
                    ? new Answer.TooLarge(most)
                    : new Answer.Unreachable();
        }
        throw new CompletionException(cause);
    }
}
