package dev.warren.benchmarks.memory;

import dev.warren.runtime.membertoken.MemberClaim;
import dev.warren.runtime.membertoken.MemberTokenConfig;
import dev.warren.runtime.membertoken.MemberTokens;
import dev.warren.schemas.ids.EventId;
import dev.warren.schemas.ids.UserId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The memory's MCP server, called for one member by plain HTTP. */
final class Tools implements AutoCloseable {
    static final String SERVICE = "memory-service";
    static final String SECRET_VARIABLE = "WARREN_MEMBER_TOKENS_SECRET";
    static final String SECRET = "the secret of a bench, which is thrown away with its stack";

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final URI address;
    private final UserId member;
    private final MemberTokens tokens;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    Tools(int port, UserId member) {
        this.address = URI.create("http://127.0.0.1:" + port + "/mcp");
        this.member = member;
        this.tokens = new MemberTokens(new Config(), InstantSource.system());
    }

    private record Config() implements MemberTokenConfig {
        @Override
        public Optional<String> secret() {
            return Optional.of(SECRET);
        }

        @Override
        public Optional<String> previousSecret() {
            return Optional.empty();
        }

        @Override
        public Duration lifetime() {
            return Duration.ofMinutes(5);
        }
    }

    /** Words alone: nothing in them has to be escaped. */
    CompletableFuture<String> recall(String words) {
        return call("\"tools/call\",\"params\":{\"name\":\"recall\",\"arguments\":{\"query\":\"" + words + "\"}}")
                .thenApply(answer -> {
                    if (!answer.contains("similarity")) {
                        throw new IllegalStateException("this is no answer to a recall: " + answer);
                    }
                    return answer;
                });
    }

    CompletableFuture<String> ping() {
        return call("\"ping\"");
    }

    private CompletableFuture<String> call(String method) {
        var token = tokens.issue(new MemberClaim(member, Optional.empty(), EventId.of("message:1/turn")))
                .orElseThrow();
        var request = HttpRequest.newBuilder(address)
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, text/event-stream")
                .POST(HttpRequest.BodyPublishers.ofString("{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":" + method + "}"))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenApply(response -> {
            if (response.statusCode() != OK || !response.body().contains("\"result\"")) {
                throw new IllegalStateException(
                        "the call was answered " + response.statusCode() + ": " + response.body());
            }
            return response.body();
        });
    }

    @Override
    public void close() {
        http.close();
    }
}
