package dev.warren.gateway.rest;

import static java.util.Objects.requireNonNull;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One request to Discord.
 *
 * @param target where to
 * @param query the query parameters, not encoded
 * @param body what it carries
 * @param reason the reason for the guild's audit log
 * @param repeatable whether it may be sent again after an unclear end
 * @param ordered whether it waits for the end of the ordered request before it in the same bucket; else as many are under way as
 *     Discord allows
 * @param expiresAt when it is no longer worth sending; an attempt under way is not cut short
 */
public record RestRequest(
        RestTarget target,
        List<Parameter> query,
        RestBody body,
        Optional<String> reason,
        Repeatable repeatable,
        boolean ordered,
        Optional<Instant> expiresAt) {

    /** A query parameter. */
    public record Parameter(String name, String value) {}

    public RestRequest {
        requireNonNull(target, "target");
        query = List.copyOf(query);
        requireNonNull(body, "body");
        requireNonNull(reason, "reason");
        requireNonNull(repeatable, "repeatable");
        requireNonNull(expiresAt, "expiresAt");
    }

    /** A request without a body: everything but POST may be repeated, everything but GET is ordered. */
    public static RestRequest to(RestTarget target) {
        RestMethod method = target.route().method();
        return new RestRequest(
                target,
                List.of(),
                new RestBody.None(),
                Optional.empty(),
                method == RestMethod.POST ? Repeatable.NEVER : Repeatable.IDEMPOTENT,
                method != RestMethod.GET,
                Optional.empty());
    }

    public RestRequest json(Buffer bytes) {
        return with(new RestBody.Json(bytes));
    }

    public RestRequest with(RestBody newBody) {
        return new RestRequest(target, query, newBody, reason, repeatable, ordered, expiresAt);
    }

    public RestRequest query(Parameter... parameters) {
        return new RestRequest(target, List.of(parameters), body, reason, repeatable, ordered, expiresAt);
    }

    /** Sets the reason for the audit log; Discord takes up to 512 characters. */
    public RestRequest because(String text) {
        return new RestRequest(target, query, body, Optional.of(text), repeatable, ordered, expiresAt);
    }

    public RestRequest repeatable(Repeatable policy) {
        return new RestRequest(target, query, body, reason, policy, ordered, expiresAt);
    }

    public RestRequest unordered() {
        return new RestRequest(target, query, body, reason, repeatable, false, expiresAt);
    }

    public RestRequest until(Instant end) {
        return new RestRequest(target, query, body, reason, repeatable, ordered, Optional.of(end));
    }
}
