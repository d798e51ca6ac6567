package dev.warren.ai.providers;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.time.Duration;

/** Gives every model the same client, whose times are the service's settings. */
final class SharedHttp implements HttpClientBuilder {
    private final HttpClient client;
    private final Duration connect;
    private final Duration read;

    SharedHttp(HttpClient client, Duration connect, Duration read) {
        this.client = client;
        this.connect = connect;
        this.read = read;
    }

    @Override
    public Duration connectTimeout() {
        return connect;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration ignored) {
        return this;
    }

    @Override
    public Duration readTimeout() {
        return read;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration ignored) {
        return this;
    }

    @Override
    public HttpClient build() {
        return client;
    }
}
