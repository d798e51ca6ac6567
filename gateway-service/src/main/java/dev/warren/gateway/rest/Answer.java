package dev.warren.gateway.rest;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What one attempt came to. */
sealed interface Answer {
    /** Discord, or the network before it, answered. */
    record Answered(int status, Function<String, @Nullable String> headers, Buffer body) implements Answer {
        private static final int MAX_MESSAGE = 500;

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.apply(name));
        }

        Optional<String> bucket() {
            return header("X-RateLimit-Bucket");
        }

        Optional<RateLimits.BucketReading> reading() {
            Optional<Integer> limit = number("X-RateLimit-Limit").map(Double::intValue);
            Optional<Integer> remaining = number("X-RateLimit-Remaining").map(Double::intValue);
            Optional<Duration> after = number("X-RateLimit-Reset-After").map(Answered::seconds);
            if (limit.isEmpty() || remaining.isEmpty() || after.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new RateLimits.BucketReading(limit.get(), remaining.get(), after.get()));
        }

        /** How long a 429 asks to wait: the body is exact, the header is in whole seconds. */
        Duration retryAfter() {
            double exact = json().map(json -> json.getValue("retry_after"))
                    .filter(Number.class::isInstance)
                    .map(value -> ((Number) value).doubleValue())
                    .or(() -> number("Retry-After"))
                    .orElse(1.0);
            return seconds(exact);
        }

        RateLimitScope scope() {
            String scope = header("X-RateLimit-Scope").orElse("");
            boolean global = header("X-RateLimit-Global").isPresent()
                    || json().map(json -> Boolean.TRUE.equals(json.getValue("global")))
                            .orElse(false);
            if (global || scope.equals("global")) {
                return RateLimitScope.GLOBAL;
            }
            if (scope.equals("shared")) {
                return RateLimitScope.SHARED;
            }
            return scope.isEmpty() && json().isEmpty() ? RateLimitScope.NETWORK : RateLimitScope.USER;
        }

        RestOutcome.Refused refused() {
            JsonObject json = json().orElseGet(JsonObject::new);
            Object code = json.getValue("code");
            Object errors = json.getValue("errors");
            String message = json.getValue("message") + (errors == null ? "" : ": " + errors);
            return new RestOutcome.Refused(
                    status,
                    code instanceof Number number ? number.intValue() : 0,
                    message.length() > MAX_MESSAGE ? message.substring(0, MAX_MESSAGE) : message);
        }

        private Optional<JsonObject> json() {
            try {
                return body.length() == 0 ? Optional.empty() : Optional.of(new JsonObject(body));
            } catch (RuntimeException e) {
                // A page of the network's, not an answer of Discord's.
                return Optional.empty();
            }
        }

        private Optional<Double> number(String name) {
            try {
                return header(name).map(Double::valueOf);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        private static Duration seconds(double seconds) {
            return Duration.ofNanos((long) (Math.max(0, seconds) * 1e9));
        }
    }

    /** It never left: nobody was reached. */
    record NotSent(String why) implements Answer {}

    /** It may have arrived, but no answer came. */
    record NoAnswer(String why) implements Answer {}
}
