package dev.warren.ai.providers;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * Carries LangChain4j's requests over Java's HTTP client. A stream is read on the calling thread, which is a virtual one; it ends when
 * nothing comes for too long, or when it takes too long in all. What a provider says of when to come again is kept.
 */
final class ProviderHttp implements HttpClient {
    /** The most bytes of an error, or of an answer that is no stream. */
    private static final int LARGEST = 1 << 20;

    private final java.net.http.HttpClient client;
    private final Patience patience;
    private final Duration silence;
    private final InstantSource clock;

    ProviderHttp(java.net.http.HttpClient client, Patience patience, Duration silence, InstantSource clock) {
        this.client = client;
        this.patience = patience;
        this.silence = silence;
        this.clock = clock;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        try {
            var response = send(request);
            try (var body = patience.watch(response.body())) {
                return opened(response, new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        try {
            var response = send(request);
            try (var body = patience.watch(response.body())) {
                listener.onOpen(opened(response, ""));
                parser.parse(body, listener);
                if (body.isGivenUp()) {
                    listener.onError(new IOException("the stream took too long"));
                } else {
                    listener.onClose();
                }
            }
        } catch (IOException | RuntimeException e) {
            listener.onError(e);
        }
    }

    private HttpResponse<InputStream> send(HttpRequest request) throws IOException {
        var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                .timeout(silence)
                .method(
                        request.method().name(),
                        request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body()));
        request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
        try {
            var response = client.send(builder.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() / 100 != 2) {
                throw refused(response);
            }
            return response;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private HttpRefusal refused(HttpResponse<InputStream> response) throws IOException {
        try (var body = patience.watch(response.body())) {
            var later = Failures.retryAfter(
                    response.headers().firstValue("retry-after"),
                    response.headers().firstValue("retry-after-ms"),
                    clock.instant());
            return new HttpRefusal(
                    response.statusCode(), new String(body.readNBytes(LARGEST), StandardCharsets.UTF_8), later);
        }
    }

    private static SuccessfulHttpResponse opened(HttpResponse<?> response, String body) {
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(body)
                .build();
    }

    /** A GET's status and, where it succeeded, what it gave; none when nobody answered. */
    Optional<Got> get(String url, Map<String, String> headers) {
        var request = HttpRequest.builder().method(HttpMethod.GET).url(url);
        headers.forEach(request::addHeader);
        try {
            var response = execute(request.build());
            return Optional.of(new Got(response.statusCode(), response.body()));
        } catch (HttpRefusal e) {
            return Optional.of(new Got(e.statusCode(), ""));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** What a GET gave. */
    record Got(int status, String body) {}
}
